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
    public static Task<Result<Stored<Complaint>>> ComplaintAsync(
        this DocketStore docket, string id, Caller caller, CancellationToken cancellationToken) =>
        docket.FindAsync(id, each => caller.MayOpen(each.Law.Election.Id, each.KeptBy), cancellationToken);

    /// <summary>For the doors that are not for who recorded it: only for these roles in its election.</summary>
    public static Task<Result<Stored<Complaint>>> ComplaintAsync(
        this DocketStore docket, string id, Caller caller, Roles any, CancellationToken cancellationToken) =>
        docket.FindAsync(id, each => caller.IsAny(any, each.Law.Election.Id), cancellationToken);

    /// <summary>Those of some complaints that the caller may open: of the others a page of one does not even tell the reference.</summary>
    public static async Task<IReadOnlyCollection<string>> WhichOpenAsync(
        this DocketStore docket, IEnumerable<string> ids, Caller caller, CancellationToken cancellationToken)
    {
        var open = new List<string>();

        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if ((await docket.ComplaintAsync(id, caller, cancellationToken)).IsAllowed(out _))
            {
                open.Add(id);
            }
        }

        return open;
    }

    private static async Task<Result<Stored<Complaint>>> FindAsync(
        this DocketStore docket, string id, Func<Complaint, bool> mayOpen, CancellationToken cancellationToken)
    {
        var parsed = Reference.Parse(id);

        return !parsed.IsAllowed(out var reference) ? parsed.Refusals
            : await docket.FindAsync(reference, cancellationToken) is { } stored && mayOpen(stored.Value) ? stored
            : new Refusal("complaint.none", $"There is no complaint {reference}.", Field: "id");
    }
}
