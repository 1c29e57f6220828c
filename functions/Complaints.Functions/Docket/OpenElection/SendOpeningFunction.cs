using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.OpenElection;

internal sealed class SendOpeningFunction(OpeningForms forms, OpeningFormValidator validator, OpenElectionHandler handler, IAntiforgery antiforgery)
{
    [Function("SendOpening")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/new-election")] HttpRequest http, CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = form.Read(validator, "");

        if (!read.IsAllowed(out var filled))
        {
            return await forms.ShowAsync(http.HttpContext, cancellationToken, form, read.Refusals, StatusCodes.Status400BadRequest);
        }

        // The same form sent twice opens the same election once.
        var opened = await handler.HandleAsync(filled.Opening, cancellationToken);
        return opened.IsAllowed(out var election)
            ? Show.Next(http.HttpContext, $"/manage/elections/{Uri.EscapeDataString(election.Id)}")
            : await forms.ShowAsync(http.HttpContext, cancellationToken, form, OnForm(opened.Refusals), Problems.StatusOf(opened.Refusals));
    }

    private static IReadOnlyList<Refusal> OnForm(IEnumerable<Refusal> refusals) => [.. refusals.Select(each => each with { Field = $"opening.{each.Field}" })];
}
