using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

internal sealed class ShowRecordFunction(DraftForms forms)
{
    [Function("ShowRecord")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/new")] HttpRequest http,
        CancellationToken cancellationToken) => forms.NewAsync(http.HttpContext, cancellationToken);
}
