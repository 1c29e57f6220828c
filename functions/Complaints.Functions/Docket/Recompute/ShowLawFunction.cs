using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Recompute;

internal sealed class ShowLawFunction(LawForms forms, RecomputeValidator validator, RecomputeHandler handler)
{
    [Function("ShowLaw")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/elections/{election}/law")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        if (http.Query["rulebook"] is not [{ Length: > 0 } version])
        {
            return await forms.ShowAsync(http.HttpContext, election, cancellationToken);
        }

        var asked = new RecomputeRequest { Rulebook = version };

        if (validator.Validate(asked) is { IsValid: false } invalid)
        {
            return Problems.From(invalid);
        }

        var reported = await handler.HandleAsync(election, asked, Caller.Of(http.HttpContext).Pseudonym, cancellationToken);
        return reported.IsAllowed(out var result)
            ? await forms.ShowAsync(http.HttpContext, election, cancellationToken, result)
            : Problems.From(reported.Refusals);
    }
}
