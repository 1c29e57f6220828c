using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep;

internal sealed class ShowStepFunction(DocketStore docket, StepForms forms, TimeProvider time)
{
    [Function("ShowStep")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/steps/{step}")] HttpRequest http,
        string id,
        string step,
        CancellationToken cancellationToken)
    {
        var named = StepForms.Named(step);
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return !found.IsAllowed(out var stored) ? Problems.From(found.Refusals)
            : !named.IsAllowed(out var kind) ? Problems.From(named.Refusals)
            : forms.New(http.HttpContext, stored.Value, kind, http.Proceeding(), time.Now());
    }
}
