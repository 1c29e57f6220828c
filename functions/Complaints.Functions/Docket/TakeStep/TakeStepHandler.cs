using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>Takes a reported step: find, ask the domain, save at the version read.</summary>
internal sealed class TakeStepHandler(DocketStore docket, TimeProvider time)
{
    public async Task<Result<Complaint>> HandleAsync(
        string id, TakeStepRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);
        return found.IsAllowed(out var stored) ? await HandleAsync(stored, request, caller, version, repeatable, cancellationToken) : found.Refusals;
    }

    /// <summary>The same for a complaint that was found already, by whoever may open it.</summary>
    public Task<Result<Complaint>> HandleAsync(
        Stored<Complaint> stored, TakeStepRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken) =>
        docket.ChangeAsync(
            stored, version, repeatable, complaint => complaint.Take(request.ToStep(), time.Now(), caller.Pseudonym), time.Now(), cancellationToken);
}
