using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.RemoveMember;

internal sealed class SendRemovalFunction(TeamForms forms, RemoveMemberHandler handler, IAntiforgery antiforgery)
{
    [Function("SendRemoval")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/elections/{election}/team/remove")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        if (!form.Person().IsAllowed(out var person))
        {
            return await forms.ShowAsync(http.HttpContext, election, cancellationToken, form, form.Person().Refusals, StatusCodes.Status400BadRequest);
        }

        var removed = await handler.HandleAsync(election, person, Caller.Of(http.HttpContext).Pseudonym, cancellationToken);
        return removed.IsAllowed(out _) ? Show.Next(http.HttpContext, TeamForms.AddressOf(election)) : Problems.From(removed.Refusals);
    }
}
