using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.HearConsent;

/// <summary>Keeps what the party said about a purpose.</summary>
internal sealed class HearConsentHandler(DocketStore docket, TimeProvider time)
{
    public async Task<Result<Complaint>> HandleAsync(
        string id, HearConsentRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);
        return found.IsAllowed(out var stored)
            ? await docket.ChangeAsync(
                stored,
                version,
                repeatable,
                complaint => complaint.Hear(request.Purpose!, request.Given!.Value, request.Way!, request.At!.Value, time.Now(), caller.Pseudonym),
                time.Now(),
                cancellationToken)
            : found.Refusals;
    }
}
