using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Checking;

internal sealed class ShowCheckFunction(CheckForms forms)
{
    [Function("ShowCheck")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "check/{question:regex(^(act|subject|when|who|filing)$)?}")] HttpRequest http,
        string? question,
        CancellationToken cancellationToken) =>
        Questions.Find(question) is { } asked ? await forms.AskAsync(http.HttpContext, asked, cancellationToken) : Problems.NoSuchAddress(http);
}
