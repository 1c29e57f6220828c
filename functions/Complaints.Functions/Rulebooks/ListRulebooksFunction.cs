using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Complaints.Functions.Rulebooks;

internal sealed class ListRulebooksFunction(LawShelf shelf)
{
    [Function("ListRulebooks")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/rulebooks")] HttpRequest http,
        CancellationToken cancellationToken) =>
        Answers.Json(new { rulebooks = (await shelf.AllAsync(cancellationToken)).Select(RulebookResponse.From) });
}

/// <summary>A rulebook in the list.</summary>
internal sealed record RulebookResponse(string Id, string Version, string Name, string Jurisdiction, LocalDate? ValidFrom, LocalDate? ValidTo, string Hash)
{
    public static RulebookResponse From(Domain.Rulebooks.Rulebook each) =>
        new(each.Id, each.Version, each.Name.English, each.Jurisdiction, each.ValidFrom, each.ValidTo, each.Hash);
}
