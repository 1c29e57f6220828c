using Complaints.Domain.Admissibility;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>What each question of a check asks, under the law of the election and after what was answered before.</summary>
internal sealed class CheckFields(Words words)
{
    private const string OneFifth = "one_fifth_of_all_mps";

    private static readonly Taxonomies Codes = Taxonomies.Shipped;

    /// <summary>The question that asks a field; the first that asks anything where no question does.</summary>
    public static Question QuestionOf(string? field) => field?.Split('[')[0] switch
    {
        "election" => Question.Election,
        "subject" => Question.Subject,
        "occurredAt" or "countedFrom" or "placeZone" or "publishedAt" or "knownAt" or "determinedAt" or "continuing" => Question.When,
        "complainantType" or "members" => Question.Who,
        "forum" or "has" => Question.Filing,
        _ => Question.Act,
    };

    /// <summary>Which of these elections.</summary>
    public static IReadOnlyList<FormField> Elections(IEnumerable<Election> offered) =>
        [new("election", FieldKind.Choice) { IsNeeded = true, Options = [.. offered.Select(each => new FormOption(each.Id, each.Name))] }];

    /// <summary>What a question asks.</summary>
    public IReadOnlyList<FormField> Of(Question question, Rulebook law, CheckAnswers answers)
    {
        var competent = CompetentFor(law, answers);
        return question switch
        {
            Question.Act =>
            [
                new("matter", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("Matter", Codes.Matters) },
                new("challengedActor", FieldKind.Choice) { IsSometimesNeeded = true, Options = words.Actors(law) },
                new("challengedActKind", FieldKind.FewChoices) { Options = words.Options("ChallengedActKind", Codes.ChallengedActKinds) },
            ],
            Question.Subject => [new("subject", FieldKind.Choice) { Options = words.Subjects() }],
            Question.When =>
            [
                new("placeZone", FieldKind.Choice) { IsNeeded = true, Options = words.ZonesOf(law) },
                new("occurredAt", FieldKind.Moment),
                new("publishedAt", FieldKind.Moment),
                new("knownAt", FieldKind.Moment),
                .. answers.Of("challengedActKind") == "results" ? [new("determinedAt", FieldKind.Moment)] : Array.Empty<FormField>(),
                new("continuing", FieldKind.FewChoices) { Options = words.Options("YesNo", ["true", "false"]) },
            ],
            Question.Who =>
            [
                new("complainantType", FieldKind.Choice) { Options = Complainants(competent) },
                .. competent.Any(each => each.Standing.Contains(OneFifth)) ? [new("members", FieldKind.Text) { AtMost = 5 }] : Array.Empty<FormField>(),
            ],
            Question.Filing =>
            [
                new("forum", FieldKind.FewChoices) { IsNeeded = true, Options = Forums(law, competent) },
                new("has", FieldKind.Choices) { IsNeeded = true, Options = [.. Codes.FormElements.Select(each => new FormOption(each, FormElements.NameOf(each).In(Words.Language)))] },
            ],
            _ => throw new InvalidOperationException($"{question} is asked before there is a law."),
        };
    }

    /// <summary>The forums to look at where none is named: those that hear such an act, else those that take up any breach; for an application the commissions.</summary>
    public static IReadOnlyList<Forum> CompetentFor(Rulebook law, CheckAnswers answers)
    {
        if (answers.Of("challengedActor") is { Length: > 0 } actor)
        {
            Forum[] competent = [.. law.CompetentForums(actor, KnownOf(answers, "challengedActKind"), KnownOf(answers, "subject")).Select(each => each.Forum)];
            return competent.Length > 0 ? competent : [.. law.Forums.Where(each => each.HearsAnyBreach)];
        }

        return [.. law.Forums.Where(each => each.IsCommission)];
    }

    private static string? KnownOf(CheckAnswers answers, string name) => answers.Of(name) is { Length: > 0 } known ? known : null;

    private IReadOnlyList<FormOption> Complainants(IReadOnlyList<Forum> competent) =>
    [
        .. words.Options("ComplainantType", Codes.ComplainantTypes),
        .. competent.SelectMany(each => each.Standing).Distinct().Except(Codes.ComplainantTypes)
            .Select(each => new FormOption(each, words.Of("Law", $"office.{each}"), words["check.office"])),
    ];

    /// <summary>Not being sure comes first, then the forums that hear such an act, then the others before which there are proceedings.</summary>
    private IReadOnlyList<FormOption> Forums(Rulebook law, IReadOnlyList<Forum> competent) =>
        [new FormOption("", words["check.not-sure"]), .. words.Forums(competent.Union(law.Forums.Where(each => each.Instance is not null)))];
}
