using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.NameMember;

internal sealed class SendMemberFunction(TeamForms forms, NameMemberValidator validator, NameMemberHandler handler, IAntiforgery antiforgery)
{
    [Function("SendMember")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/elections/{election}/team")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = form.About(form.Read(validator, ""));

        if (!read.IsAllowed(out var naming))
        {
            return await forms.ShowAsync(http.HttpContext, election, cancellationToken, form, read.Refusals, StatusCodes.Status400BadRequest);
        }

        var named = await handler.HandleAsync(election, naming.Person, naming.Request, Caller.Of(http.HttpContext).Pseudonym, cancellationToken);
        return named.IsAllowed(out _)
            ? Show.Next(http.HttpContext, TeamForms.AddressOf(election))
            : await forms.ShowAsync(http.HttpContext, election, cancellationToken, form, named.Refusals, Problems.StatusOf(named.Refusals));
    }
}
