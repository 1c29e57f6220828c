using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Follow;

internal sealed class ShowFollowFunction(FollowForms forms)
{
    [Function("ShowFollow")]
    [Allow(Roles.Complainant)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "follow")] HttpRequest http) => forms.New(http.HttpContext);
}
