using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.SetHold;

/// <summary>Sets a legal hold or lifts it. Who administers may do so without seeing the complaint.</summary>
internal sealed class SetHoldHandler(DocketStore docket, TimeProvider time)
{
    public async Task<Result<HoldResponse>> HandleAsync(
        string id, SetHoldRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, Roles.Coordinator | Roles.Administrator, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var changed = await docket.ChangeAsync(
            stored,
            version,
            repeatable,
            complaint => complaint.Hold(request.Set!.Value, request.Reason!, time.Now(), caller.Pseudonym),
            time.Now(),
            cancellationToken);
        return changed.IsAllowed(out var after) ? new HoldResponse(after.Id, after.IsHeld, after.Version) : changed.Refusals;
    }
}
