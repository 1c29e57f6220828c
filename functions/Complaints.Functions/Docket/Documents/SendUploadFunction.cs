using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Documents;

internal sealed class SendUploadFunction(DocketStore docket, UploadDoor door, UploadForms forms)
{
    [Function("SendUpload")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/documents")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var added = await door.TakeAsync(
            http,
            id,
            async fields => (
                await forms.RefuseAsync(http.HttpContext, fields),
                http.RepeatableUpload(caller.Pseudonym, fields.GetValueOrDefault(FormBody.KeyName, ""))),
            cancellationToken);

        if (added.IsAllowed(out var document))
        {
            return Show.Next(http.HttpContext, $"/complaints/{id}/documents?done={document.Number}");
        }

        // Sent from elsewhere, or to no complaint of the caller's: there is no page to go on with.
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);
        return found.IsAllowed(out var stored) && added.Refusals[0].Code is not "form.not-ours"
            ? forms.Page(http.HttpContext, stored.Value, null, added.Refusals)
            : Problems.From(added.Refusals);
    }
}
