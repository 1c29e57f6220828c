using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.LinkSame;

/// <summary>Says on a complaint which other one it is the same as, or that it is not. Both must be the caller's to open.</summary>
internal sealed class LinkSameHandler(DocketStore docket, TimeProvider time)
{
    public async Task<Result<Complaint>> HandleAsync(
        string id, LinkSameRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var named = await docket.ComplaintAsync(request.Other!, caller, cancellationToken);
        return await docket.ChangeAsync(
            stored, version, repeatable, complaint => Change(complaint, named, request, caller), time.Now(), cancellationToken);
    }

    private Result<Change> Change(Complaint complaint, Result<Stored<Complaint>> named, LinkSameRequest request, Caller caller) =>
        request.Linked is false && Reference.Parse(request.Other!).IsAllowed(out var other) ? complaint.Unlink(other.Id, request.Why!, time.Now(), caller.Pseudonym)
        : named.IsAllowed(out var found) ? complaint.Link(found.Value, request.Why!, time.Now(), caller.Pseudonym)
        : new Refusal("same.no-such-complaint", "There is no complaint of this reference that you may open. Check the reference.", Field: "other");
}
