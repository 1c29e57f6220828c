using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Documents;

internal sealed class ShowDocumentFunction(ReadDocumentHandler handler)
{
    [Function("ShowDocument")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/documents/{n:int}")] HttpRequest http,
        string id,
        int n,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var found = await handler.FindAsync(id, n, caller, cancellationToken);
        return found.IsAllowed(out var at)
            ? Show.Page<DocumentPage>(new
            {
                at.Complaint,
                at.Document,
                IsOwn = at.Complaint.KeptBy == caller.Pseudonym,
                Purpose = http.Query["purpose"].ToString(),
                Refusal = DocumentGuard.Refuse(at.Complaint, at.Document, caller, isWarned: true),
            })
            : Problems.From(found.Refusals);
    }
}
