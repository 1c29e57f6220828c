using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Publish;

internal sealed class PublishRulebookFunction(PublishRulebookHandler handler, Once once)
{
    [Function("PublishRulebook")]
    [Allow(Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rulebooks")] HttpRequest http,
        CancellationToken cancellationToken) =>
        once.AnswerAsync(
            http, Caller.Of(http.HttpContext).Pseudonym, WholeBody.MostOfARulebook, () => PublishAsync(http, cancellationToken), cancellationToken);

    private async Task<IResult> PublishAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!http.HasJsonContentType())
        {
            return Problems.From([new Refusal("body.wrong-type", "A rulebook is sent as JSON, with the header Content-Type: application/json.", Field: "Content-Type")]);
        }

        var document = await http.ReadWholeAsync(WholeBody.MostOfARulebook, cancellationToken);
        var published = await handler.HandleAsync(document, isTrial: false, Caller.Of(http.HttpContext).Pseudonym, cancellationToken);

        if (!published.IsAllowed(out var answer))
        {
            return Problems.From(published.Refusals);
        }

        http.HttpContext.Response.Headers.Location = $"/api/rulebooks/{answer.Version}";
        return Answers.Json(answer, StatusCodes.Status201Created);
    }
}
