using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

/// <summary>Begins a draft; answers that come with the form are its first ones.</summary>
internal sealed class BeginDraftFunction(DraftHandler drafts, IAntiforgery antiforgery)
{
    [Function("BeginDraft")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/drafts")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var begun = await drafts.BeginAsync(form, Caller.Of(http.HttpContext), cancellationToken);
        return begun.IsAllowed(out var writing) ? Show.Next(http.HttpContext, writing.AddressOf(writing.Next))
            : begun.Refusals[0].Code == "field.unknown" ? Problems.Unreadable(begun.Refusals)
            : Problems.From(begun.Refusals);
    }
}
