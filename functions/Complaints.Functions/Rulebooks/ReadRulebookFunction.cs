using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks;

internal sealed class ReadRulebookFunction(LawShelf shelf)
{
    [Function("ReadRulebook")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/rulebooks/{id}")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) =>
        await shelf.FindAsync(id, cancellationToken) is { } rulebook
            ? Results.Text(rulebook.Document, "application/json")
            : Problems.From([shelf.None(id)]);
}
