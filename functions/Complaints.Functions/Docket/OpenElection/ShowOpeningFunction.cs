using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.OpenElection;

internal sealed class ShowOpeningFunction(OpeningForms forms)
{
    [Function("ShowOpening")]
    [Allow(Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/new-election")] HttpRequest http,
        CancellationToken cancellationToken) => forms.ShowAsync(http.HttpContext, cancellationToken);
}
