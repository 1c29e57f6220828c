using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Documents;

internal sealed class AddDocumentFunction(UploadDoor door)
{
    [Function("AddDocument")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/documents")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        (Refusal?, Func<string, RepeatableRequest>?) admitted = (null, http.RepeatableUpload(Caller.Of(http.HttpContext).Pseudonym));
        var added = await door.TakeAsync(http, id, _ => Task.FromResult(admitted), cancellationToken);
        return added.IsAllowed(out var document) ? Answers.Json(document, StatusCodes.Status201Created) : Problems.From(added.Refusals);
    }
}
