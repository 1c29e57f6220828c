using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.Undo;

/// <summary>Undoes the last own step: find, ask the domain, save at the version shown.</summary>
internal sealed class UndoHandler(DocketStore docket, TimeProvider time)
{
    public async Task<Result<Complaint>> HandleAsync(string id, Asked<UndoRequest> asked, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, asked.Caller, cancellationToken);
        return found.IsAllowed(out var stored)
            ? await docket.ChangeAsync(
                stored, asked.Version, asked.Repeatable, complaint => complaint.Undo(asked.Caller.Pseudonym, time.Now()), time.Now(), cancellationToken)
            : found.Refusals;
    }
}
