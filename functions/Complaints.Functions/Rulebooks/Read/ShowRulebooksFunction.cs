using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Read;

internal sealed class ShowRulebooksFunction(LawShelf shelf)
{
    [Function("ShowRulebooks")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rulebooks")] HttpRequest http,
        CancellationToken cancellationToken) =>
        Show.Page<RulebooksPage>(new { Rulebooks = await shelf.AllAsync(cancellationToken) });
}
