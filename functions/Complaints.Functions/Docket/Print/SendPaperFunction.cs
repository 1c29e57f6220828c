using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Print;

internal sealed class SendPaperFunction(
    ComplaintForms forms, Words words, PaperValidator validator, OpenIdentityHandler handler, PaperWriter writer, TimeProvider time)
{
    private static readonly IReadOnlyList<string> Items = [.. VaultItem.OfOne, VaultItem.Files];

    [Function("SendPaper")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/paper")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            PaperFields.Form(words),
            (form, zone) => form.Read(validator, zone),
            asked => WriteAsync(id, asked, cancellationToken),
            // Shown at once and not at an address of its own, like everything sealed.
            paper => Show.Page<PaperPage>(new { Paper = paper }),
            cancellationToken);

    private async Task<Result<Paper>> WriteAsync(string id, Asked<PaperRequest> asked, CancellationToken cancellationToken)
    {
        var request = new OpenIdentityRequest { Purpose = asked.Request.Purpose, Items = Items };
        var opened = await handler.HandleAsync(id, request, asked.Caller, cancellationToken);
        return opened.IsAllowed(out var all)
            ? writer.Write(all, asked.Request.Forum, Languages.All.First(each => each.Tag == asked.Request.Language).Language, time.Now())
            : opened.Refusals;
    }
}
