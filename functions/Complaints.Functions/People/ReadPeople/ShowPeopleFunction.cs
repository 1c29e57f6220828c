using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.ReadPeople;

internal sealed class ShowPeopleFunction(PeopleForms forms)
{
    [Function("ShowPeople")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/people")] HttpRequest http,
        CancellationToken cancellationToken) => forms.ShowAsync(http.HttpContext, cancellationToken);
}
