using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Undo;

internal sealed class SendUndoFunction(ComplaintForms forms, Words words, Dates dates, UndoHandler handler, TimeProvider time)
{
    [Function("SendUndo")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/undo")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            UndoFields.Form(words, dates, time.Now()),
            (_, _) => Result.Allowed(new UndoRequest()),
            asked => handler.HandleAsync(id, asked, cancellationToken),
            complaint => Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done=undone"),
            cancellationToken);
}
