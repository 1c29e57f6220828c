using Complaints.Domain;
using Complaints.Domain.Admissibility;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>A filing looked at before it is made: under which law, and what it says of each forum it may go to.</summary>
/// <param name="Election">The election.</param>
/// <param name="Law">The rulebook.</param>
/// <param name="Forums">The forum that was named, else those that may hear it.</param>
public sealed record Checked(Election Election, Rulebook Law, IReadOnlyList<CheckedForum> Forums);

/// <summary>What the law says of bringing a filing to one forum.</summary>
public sealed record CheckedForum(Forum Forum, Opinion Opinion);

/// <summary>Asks the law about a filing, as of now, for the forum that is named or for each that may hear it. It saves nothing.</summary>
internal sealed class CheckHandler(ElectionStore elections, LawShelf shelf, CheckValidator validator, TimeProvider time)
{
    /// <summary>
    /// The elections a caller is asked about: those that count, for they are no secret to whom the law of complaints is of use; and of those to practise on the caller's own.
    /// </summary>
    public async Task<IReadOnlyList<Election>> OfferedAsync(Caller caller, CancellationToken cancellationToken) =>
    [
        .. (await elections.AllAsync(cancellationToken)).Where(each => IsOffered(each, caller))
            .OrderByDescending(each => each.ElectionDay).ThenBy(each => each.Id, StringComparer.Ordinal),
    ];

    /// <summary>The answers as a request, its moments on the clock of the place; every reason why they cannot be read.</summary>
    public Result<CheckRequest> Read(CheckAnswers answers) => answers.Form.Read(validator, answers.Of("placeZone"), zoneName: "placeZone");

    /// <summary>The election that was answered, with its law.</summary>
    public async Task<Result<Law>> LawAsync(CheckAnswers answers, Caller caller, CancellationToken cancellationToken) =>
        answers.Of("election") is { Length: > 0 } id && await elections.FindAsync(id, cancellationToken) is { } election && IsOffered(election, caller)
        && await shelf.ForNewAsync(election, cancellationToken) is { } rulebook
            ? new Law(rulebook, election)
            : new Refusal("election.none", "There is no such election here.", Field: "election");

    public async Task<Result<Checked>> HandleAsync(CheckAnswers answers, Caller caller, CancellationToken cancellationToken)
    {
        var read = Read(answers);

        if (!read.IsAllowed(out var request))
        {
            return read.Refusals;
        }

        var found = await LawAsync(answers, caller, cancellationToken);

        if (!found.IsAllowed(out var law))
        {
            return found.Refusals;
        }

        var (rulebook, election) = law;

        if (request.ChallengedActor is { } actor && !rulebook.KnowsActor(actor))
        {
            return new Refusal("actor.unknown", $"{rulebook.Version} knows no '{actor}' whose act could be challenged.", Field: "challengedActor");
        }

        if (request.Forum is not null && rulebook.FindForum(request.Forum) is null)
        {
            return rulebook.Look(request.Forum).Refusals;
        }

        var now = time.Now();
        var looked = new List<CheckedForum>();

        foreach (var forum in request.Forum is { } named ? [rulebook.FindForum(named)!] : CheckFields.CompetentFor(rulebook, answers))
        {
            var opinion = BeforeFiling.Check(rulebook, request.At(forum, election, rulebook).ToFacts(now));

            if (!opinion.IsAllowed(out var said))
            {
                return opinion.Refusals;
            }

            looked.Add(new CheckedForum(forum, said));
        }

        return new Checked(election, rulebook, looked);
    }

    private static bool IsOffered(Election election, Caller caller) => !election.IsTraining || caller.IsAny(Roles.Mission, election.Id);
}
