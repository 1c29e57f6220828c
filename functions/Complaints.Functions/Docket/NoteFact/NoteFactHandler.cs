using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Vault;

namespace Complaints.Functions.Docket.NoteFact;

/// <summary>Keeps a fact: find, ask the domain, seal what was told about it, save at the version read.</summary>
internal sealed class NoteFactHandler(DocketStore docket, Vaults vaults, TimeProvider time)
{
    public async Task<Result<Complaint>> HandleAsync(
        string id, NoteFactRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var details = request.ToDetails() with { Note = string.IsNullOrEmpty(request.Note) ? null : Guid.NewGuid().ToString("n") };
        Result<Change> Note(Complaint complaint) => complaint.Note(request.Kind, details, request.Proceeding, request.At!.Value, time.Now(), caller.Pseudonym);

        if (details.Note is { } note)
        {
            if (await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) is { } answered)
            {
                return answered;
            }

            if (Note(stored.Value).Refusals is { Count: > 0 } refusals)
            {
                return refusals;
            }

            if (!await VaultOf(request.Kind).SealAsync(stored.Value.Id, FactNoted.VaultItemOf(note), request.Note!, cancellationToken))
            {
                return Erasure.Done;
            }
        }

        return await docket.ChangeAsync(stored, version, repeatable, Note, time.Now(), cancellationToken);
    }

    private VaultStore VaultOf(FactKind kind) => kind is FactKind.Retaliation ? vaults.Retaliation : vaults.Identities;
}
