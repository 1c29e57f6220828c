using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket;

/// <summary>Finds the complaint a caller names by its id or reference, in any case and spelling.</summary>
internal static class Find
{
    public static async Task<Result<Stored<Complaint>>> ComplaintAsync(this DocketStore docket, string id, CancellationToken cancellationToken)
    {
        var parsed = Reference.Parse(id);

        return !parsed.IsAllowed(out var reference) ? parsed.Refusals
            : await docket.FindAsync(reference, cancellationToken) is { } stored ? stored
            : new Refusal("complaint.none", $"There is no complaint {reference}.", Field: "id");
    }
}
