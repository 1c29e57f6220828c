using Complaints.Domain;
using Complaints.Domain.Deadlines;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks;

internal sealed class CountDeadlineFunction(CountDeadlineValidator validator, LawShelf shelf)
{
    [Function("CountDeadline")]
    [Allow(Roles.None)]
    [Takes(Languages.Name)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/deadlines")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);
        return request is null ? invalid! : Answers.From(await CountAsync(request, cancellationToken), deadline => CountDeadlineResponse.From(deadline, request.At, Languages.Told(http.HttpContext)));
    }

    private async Task<Result<Deadline>> CountAsync(CountDeadlineRequest request, CancellationToken cancellationToken)
    {
        var law = await shelf.LookAsync(request.Rulebook, cancellationToken);

        if (!law.IsAllowed(out var rulebook))
        {
            return law.Refusals;
        }

        if (rulebook.Look(request.Forum) is var found && !found.IsAllowed(out var forum))
        {
            return found.Refusals;
        }

        if (forum.Zone.IsAtPlace && request.ForumZone is null)
        {
            return new Refusal("forum.zone-missing", $"{forum.Id} sits at the place: give its time zone, for example Asia/Almaty.", Field: "forumZone");
        }

        if (request.ChallengedActor is { } actor && !rulebook.KnowsActor(actor))
        {
            return new Refusal("actor.unknown", $"{rulebook.Version} knows no '{actor}' whose act could be challenged.", Field: "challengedActor");
        }

        var facts = request.ToFacts(forum);

        return !request.HasSaidElectionDay() && Counting.Select(rulebook, facts).IsAllowed(out var limit) && rulebook.NeedsElectionDay(limit, forum)
            ? new Refusal(
                "election-day.missing", $"'electionDay' is needed to count {limit.Id}: which day it is, or null where there is no election.",
                limit.Footing.Citation, "electionDay")
            : Counting.Count(rulebook, facts);
    }
}
