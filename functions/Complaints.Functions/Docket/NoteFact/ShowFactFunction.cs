using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.NoteFact;

internal sealed class ShowFactFunction(ComplaintForms forms, Words words)
{
    [Function("ShowFact")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/facts/{fact}")] HttpRequest http,
        string id,
        string fact,
        CancellationToken cancellationToken)
    {
        var named = FactFields.Named(fact);
        return named.IsAllowed(out var kind) ? await forms.ShowAsync(http, id, FactFields.Form(kind, words), cancellationToken) : Problems.From(named.Refusals);
    }
}
