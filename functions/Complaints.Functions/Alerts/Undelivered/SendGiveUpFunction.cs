using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Alerts.Undelivered;

internal sealed class SendGiveUpFunction(
    UndeliveredForms forms, GiveUpValidator validator, DueStore due, ElectionStore elections, TimeProvider time, IAntiforgery antiforgery)
{
    [Function("SendGiveUp")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/elections/{election}/alerts/give-up")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = form.Read(validator, "");

        if (!read.IsAllowed(out var request) || await elections.FindAsync(election, cancellationToken) is not { } found)
        {
            return await forms.ShowAsync(http.HttpContext, election, cancellationToken, form, read.Refusals, StatusCodes.Status400BadRequest);
        }

        // One that is gone was handed out or given up before: the page that comes next no longer has it.
        if ((await forms.OfAsync(found, cancellationToken)).FirstOrDefault(each => each.Alert.Id == request.Notice)?.Alert is { } alert
            && Reference.Parse(alert.Complaint).IsAllowed(out var reference))
        {
            await due.GiveUpAsync(found, reference, alert, time.Now(), Caller.Of(http.HttpContext).Pseudonym, request.Reason!, cancellationToken);
        }

        return Show.Next(http.HttpContext, UndeliveredForms.AddressOf(election));
    }
}
