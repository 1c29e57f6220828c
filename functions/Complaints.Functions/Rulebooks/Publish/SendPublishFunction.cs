using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Publish;

internal sealed class SendPublishFunction(PublishForms forms, PublishRulebookHandler handler, IAntiforgery antiforgery)
{
    [Function("SendPublish")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/rulebooks")] HttpRequest http, CancellationToken cancellationToken)
    {
        var sent = await FileForm.ReadAsync(http, antiforgery, WholeBody.MostOfARulebook, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        if (form.File.Length == 0)
        {
            return forms.Refused(http.HttpContext, form, form.Fault!);
        }

        var handled = await handler.HandleAsync(form.File, isTrial: !form.WasTried, Caller.Of(http.HttpContext).Pseudonym, cancellationToken);
        return handled.IsAllowed(out var taken)
            ? await forms.TakenAsync(http.HttpContext, form, taken, cancellationToken)
            : forms.Faulty(http.HttpContext, form, handled.Refusals);
    }
}
