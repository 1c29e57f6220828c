using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Manage;

internal sealed class ShowManageFunction(ElectionStore elections)
{
    [Function("ShowManage")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        return Show.Page<ManagePage>(new
        {
            Elections = (IReadOnlyList<Election>)[.. (await elections.AllAsync(cancellationToken))
                .Where(each => caller.Refuse(Roles.Administrator | Roles.Coordinator, each.Id) is null)
                .OrderBy(each => each.Id, StringComparer.Ordinal)],
            IsAdministrator = caller.Refuse(Roles.Administrator, null) is null,
        });
    }
}
