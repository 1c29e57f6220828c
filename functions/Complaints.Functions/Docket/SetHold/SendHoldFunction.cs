using System.Text.Json.Nodes;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.SetHold;

internal sealed class SendHoldFunction(ComplaintForms forms, Words words, SetHoldValidator validator, SetHoldHandler handler)
{
    [Function("SendHold")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/hold")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            HoldFields.Form(words),
            (form, zone) => form.Read(validator, zone, new JsonObject { ["set"] = HoldFields.IsToSet(form.Of("reason")) }),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            // Back to where it says whether a hold stands: who administers may see no more of the complaint.
            hold => Show.Next(http.HttpContext, $"/complaints/{hold.Id}/hold"),
            cancellationToken);
}
