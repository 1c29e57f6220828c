using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Read;

internal sealed class ShowRulebookFunction(LawShelf shelf)
{
    [Function("ShowRulebook")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rulebooks/{id}")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) =>
        await shelf.FindAsync(id, cancellationToken) is { } rulebook
            ? Show.Page<RulebookPage>(new { Rulebook = rulebook })
            : Problems.From([shelf.None(id)]);
}
