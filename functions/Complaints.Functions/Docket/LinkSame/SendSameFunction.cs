using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.LinkSame;

internal sealed class SendSameFunction(ComplaintForms forms, Words words, LinkSameValidator validator, LinkSameHandler handler)
{
    [Function("SendSame")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/same")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            SameFields.Form(words),
            (form, zone) => form.Read(validator, zone),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            complaint => Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done=same"),
            cancellationToken);
}
