using System.Text.Json.Nodes;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Recompute;

internal sealed class SendLawFunction(LawForms forms, RecomputeValidator validator, RecomputeHandler handler, IAntiforgery antiforgery)
{
    [Function("SendLaw")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    [Takes("rulebook")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/elections/{election}/law")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext).Pseudonym;
        var version = http.Query["rulebook"].ToString();
        var read = form.Read(validator, "", new JsonObject { ["rulebook"] = version, ["apply"] = true });

        // Sent twice it moves nothing the second time: what has been moved is under this version. One not filled in is shown with what it would move.
        var handled = await handler.HandleAsync(election, read.IsAllowed(out var request) ? request : new RecomputeRequest { Rulebook = version }, caller, cancellationToken);
        return !handled.IsAllowed(out var result) ? Problems.From(handled.Refusals)
            : result.Applied ? await forms.ShowAsync(http.HttpContext, election, cancellationToken, result)
            : await forms.ShowAsync(http.HttpContext, election, cancellationToken, result, form, read.Refusals, StatusCodes.Status400BadRequest);
    }
}
