using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Erase;

internal sealed class SendEraseFunction(ComplaintForms forms, Words words, EraseValidator validator, EraseHandler handler)
{
    [Function("SendErase")]
    [Allow(Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/erase")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            EraseFields.Form(words),
            (form, zone) => form.Read(validator, zone),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            complaint => Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done=erased"),
            cancellationToken);
}
