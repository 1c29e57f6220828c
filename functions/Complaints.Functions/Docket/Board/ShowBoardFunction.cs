using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Complaints.Functions.Docket.Board;

internal sealed class ShowBoardFunction(RegisterView register, ElectionStore elections, LawShelf shelf, TimeProvider time)
{
    [Function("ShowBoard")]
    [Allow(Roles.Mission)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "deadlines")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var read = BoardQuery.From(http.Query);

        if (!read.IsAllowed(out var query))
        {
            return Problems.Unreadable(read.Refusals);
        }

        Election[] theirs = [.. (await elections.AllAsync(cancellationToken)).Where(each => caller.In(each.Id) != Roles.None)];

        if (query.Election.Length == 0)
        {
            return theirs is [var only]
                ? Show.Next(http.HttpContext, $"/deadlines?election={Uri.EscapeDataString(only.Id)}")
                : Show.Page<ChooseElectionPage>(new { Elections = (IReadOnlyList<Election>)theirs, Door = "deadlines" });
        }

        if (await elections.FindAsync(query.Election, cancellationToken) is not { } election)
        {
            return Problems.From([new Refusal("election.none", $"There is no election '{query.Election}' here.", Field: "election")]);
        }

        if (caller.Refuse(Roles.Mission, election.Id) is { } notTheirs)
        {
            return Problems.From([notTheirs]);
        }

        var law = await shelf.ForNewAsync(election, cancellationToken);
        var all = await register.ReadAsync(election.Id, cancellationToken);
        RegisterEntry[] entries = [.. all.Where(each => caller.MayList(election.Id, each.KeptBy)).Select(each => each.Shown())];
        return Show.Page<BoardPage>(new
        {
            Part = BoardPart.Of(election, law?.DefaultZone ?? DateTimeZone.Utc, entries, query, time.Now()),
            Query = query,
            Law = law,
            Elections = (IReadOnlyList<Election>)theirs,
            MayOpen = (Func<RegisterEntry, bool>)(each => caller.MayOpen(election.Id, each.KeptBy)),
        });
    }
}
