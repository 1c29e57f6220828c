using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.NoteFact;

/// <summary>Keeps a fact: find, ask the domain, save at the version read.</summary>
internal sealed class NoteFactHandler(DocketStore docket, TimeProvider time)
{
    public async Task<Result<Complaint>> HandleAsync(
        string id, NoteFactRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        return await docket.ChangeAsync(
            stored,
            version,
            repeatable,
            complaint => complaint.Note(request.Kind, request.ToDetails(), request.Proceeding, request.At!.Value, time.Now(), caller.Pseudonym),
            time.Now(),
            cancellationToken);
    }
}
