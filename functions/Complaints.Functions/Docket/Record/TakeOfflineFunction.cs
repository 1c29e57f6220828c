using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

/// <summary>Shows what a form that was filled in offline holds, to be kept as a draft by whoever sent it. It keeps nothing itself: any page could have sent it.</summary>
internal sealed class TakeOfflineFunction(Forms forms, OfflineQuestions questions)
{
    [Function("TakeOffline")]
    [Allow(Roles.None, FromAnywhere = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/offline")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadFromAnywhereAsync(http, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        if (form.Typed.Keys.Where(each => !Questions.Ask(each)).Select(DraftHandler.Unknown).ToArray() is { Length: > 0 } unknown)
        {
            return Problems.Unreadable(unknown);
        }

        var parts = (await questions.AllAsync(form, cancellationToken)).Select(each => new FormPart(null, each.Fields)).ToArray();
        return Show.Page<OfflinePage>(new { Form = forms.New(http.HttpContext, parts, new Dictionary<string, string>()), Typed = form.Typed });
    }
}
