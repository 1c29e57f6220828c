using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;

namespace Complaints.Functions.Docket.Erase;

/// <summary>
/// Erases: the record first, which makes it true, then the keys, then what lay under them. What an interruption leaves, a repetition or the daily tidying finishes.
/// </summary>
internal sealed class EraseHandler(DocketStore docket, Vaults vaults, EvidenceStore evidence, TimeProvider time)
{
    public async Task<Result<Complaint>> HandleAsync(
        string id, EraseRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, Roles.Coordinator, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var recorded = stored.Value.IsErased
            ? await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) ?? stored.Value
            : await docket.ChangeAsync(
                stored, version, repeatable, complaint => complaint.Erase(request.Reason!, time.Now(), caller.Pseudonym), time.Now(), cancellationToken);

        if (recorded.IsAllowed(out var erased))
        {
            await vaults.EraseAsync(erased.Id, cancellationToken);
            await evidence.RemoveAllAsync(erased.Law.Election.Id, erased.Id, cancellationToken);
        }

        return recorded;
    }
}
