using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket;

/// <summary>
/// Finds the complaint a caller names by its id or reference, in any case and spelling. The one guard of its door: what the caller may not open is answered
/// as if it were not there, so that nobody learns which references are taken.
/// </summary>
internal static class Find
{
    public static async Task<Result<Stored<Complaint>>> ComplaintAsync(
        this DocketStore docket, string id, Caller caller, CancellationToken cancellationToken)
    {
        var parsed = Reference.Parse(id);

        return !parsed.IsAllowed(out var reference) ? parsed.Refusals
            : await docket.FindAsync(reference, cancellationToken) is { } stored && caller.MayOpen(stored.Value.Law.Election.Id, stored.Value.RecordedBy) ? stored
            : new Refusal("complaint.none", $"There is no complaint {reference}.", Field: "id");
    }
}
