using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Alerts.Undelivered;

internal sealed class ShowUndeliveredFunction(UndeliveredForms forms)
{
    [Function("ShowUndelivered")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/elections/{election}/alerts")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) => forms.ShowAsync(http.HttpContext, election, cancellationToken);
}
