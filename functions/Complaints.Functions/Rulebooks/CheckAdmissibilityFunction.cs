using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks;

internal sealed class CheckAdmissibilityFunction(CheckAdmissibilityValidator validator, CheckAdmissibilityHandler handler)
{
    [Function("CheckAdmissibility")]
    [Allow(Roles.None)]
    [Takes(Languages.Name)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admissibility")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);
        return request is null
            ? invalid!
            : Answers.From(
                await handler.HandleAsync(request, cancellationToken),
                opinion => CheckAdmissibilityResponse.From(opinion, Languages.Told(http.HttpContext)));
    }
}
