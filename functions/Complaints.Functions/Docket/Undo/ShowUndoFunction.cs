using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Undo;

internal sealed class ShowUndoFunction(ComplaintForms forms, Words words, Dates dates, TimeProvider time)
{
    [Function("ShowUndo")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/undo")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.ShowAsync(http, id, UndoFields.Form(words, dates, time.Now()), cancellationToken);
}
