using System.Text.Json.Nodes;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.NoteFact;

internal sealed class SendFactFunction(ComplaintForms forms, Words words, NoteFactValidator validator, NoteFactHandler handler)
{
    [Function("SendFact")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/facts/{fact}")] HttpRequest http,
        string id,
        string fact,
        CancellationToken cancellationToken)
    {
        var named = FactFields.Named(fact);

        return !named.IsAllowed(out var kind) ? Problems.From(named.Refusals) : await forms.SendAsync(
            http,
            id,
            FactFields.Form(kind, words),
            (form, zone) => form.Read(validator, zone, new JsonObject { ["fact"] = Codes.Of(kind) }),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            complaint => Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done=fact"),
            cancellationToken);
    }
}
