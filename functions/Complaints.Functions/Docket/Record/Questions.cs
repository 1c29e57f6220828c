using System.Collections.Frozen;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.Record;

/// <summary>One thing that is asked of whoever records a complaint, on a page of its own.</summary>
/// <param name="Id">The last part of its address, and of the keys of its words.</param>
/// <param name="Fields">What it asks.</param>
/// <param name="Elements">The elements of form, by their codes, that its answer is for.</param>
public sealed record Question(string Id, IReadOnlyList<FormField> Fields, params string[] Elements)
{
    /// <summary>The names of all that its page sends: of a moment, its parts.</summary>
    public IEnumerable<string> Names => Fields.SelectMany(each => each.Names);

    /// <summary>Whether it was answered, if only in part.</summary>
    internal bool IsAnsweredIn(FormBody answers) => Names.Any(answers.Typed.ContainsKey);

    /// <summary>Whether something was not answered without which nothing can be recorded.</summary>
    internal bool MissesIn(FormBody answers) => Fields.Any(each => each.IsNeeded && !each.Names.Any(answers.Typed.ContainsKey));
}

/// <summary>What is asked of whoever records a complaint: by what was answered so far, and by the law of the election.</summary>
internal static class Questions
{
    /// <summary>The clock on which the moments are told: that of the place.</summary>
    public const string Zone = "placeZone";

    /// <summary>The choice among the acts that are on record; any other is typed as <c>challengedAct</c>.</summary>
    public const string KnownAct = "_act";

    /// <summary>The question after the act that several complaints challenge.</summary>
    public const string Act = "act";

    /// <summary>The documents, which are no field.</summary>
    public const string Documents = "documents";

    private const string Application = "application";
    private const int Longest = 20_000;
    private const int Line = 300;

    /// <summary>Whom a type of complainant stands for: more than one person, who have a name of their own.</summary>
    private static readonly string[] Bodies = ["party", "citizen_observer_group", "ngo", "media", "legal_entity"];

    private static readonly FrozenSet<string> Every = new[] { "occurredAt", "publishedAt", "knownAt", "determinedAt", "claimedAt" }
        .SelectMany(moment => LocalMoment.Parts.Select(part => $"{moment}.{part}"))
        .Concat([
            "election", "matter", "complainantType", "complainant", "identity.name", "identity.contact", "challengedActor", "challengedActKind", "challengedAct",
            Zone, "region", "precinct", "continuing", "subject", "narrative", "remedySought", "knownVia",
        ])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether some question asks a field of this name, as forms send it.</summary>
    public static bool Ask(string name) => Every.Contains(name);

    /// <summary>The questions in their order.</summary>
    /// <param name="answers">What was answered so far.</param>
    /// <param name="elections">The elections in which the caller may record.</param>
    /// <param name="law">The law of the election, or of any while none is named.</param>
    /// <param name="words">The language.</param>
    public static IReadOnlyList<Question> Of(FormBody answers, IReadOnlyList<Election> elections, Rulebook law, Words words) =>
        [.. All(answers, elections, law, words).Where(each => each.Fields.Count > 0 || each.Id == Documents)];

    private static IEnumerable<Question> All(FormBody answers, IReadOnlyList<Election> elections, Rulebook law, Words words)
    {
        var isComplaint = answers.Of("matter") != Application;
        bool Has(params string[] fields) => fields.Any(answers.Typed.ContainsKey);
        FormField Asked(string field) => ReportedFields.Of(field, law, words);
        var name = Bodies.Contains(answers.Of("complainantType")) ? "identity.name.body" : "identity.name";

        yield return new("election",
        [
            new("election", FieldKind.Choice) { IsNeeded = true, Options = [.. elections.Select(each => new FormOption(each.Id, each.Name))] },
            Asked("matter") with { IsNeeded = true },
        ]);
        yield return new("who", [Asked("complainantType")]);
        yield return new(
            "person",
            [
                new("identity.name", FieldKind.Text) { AtMost = Line, Word = name },
                new("identity.contact", FieldKind.Text) { AtMost = Line },
                Asked("complainant"),
            ],
            "complainant_named", "address_or_contact");
        yield return new("against", !isComplaint && !Has("challengedActor", "challengedActKind") ? [] :
        [
            Asked("challengedActor") with { IsNeeded = isComplaint },
            Asked("challengedActKind"),
        ]);
        yield return new(Act, AsksAct(answers) ? [Asked("challengedAct")] : [], "challenged_act");
        yield return new("when", [Asked("occurredAt"), Asked(Zone), Asked("region"), Asked("precinct")], "date_and_place");
        yield return new("counted", [.. Counted(answers, law, words)]);
        yield return new("subject", [Asked("subject")]);
        yield return new("story", [new("narrative", FieldKind.LongText) { AtMost = Longest }], "facts");
        yield return new("asked", [Asked("remedySought"), Asked("knownVia")], "remedy_sought");
        yield return new(Documents, [], "evidence_listed");
        yield return new("claimed", answers.MomentOf("claimedAt").IsEmpty ? [] : [Asked("claimedAt")]);
    }

    /// <summary>The question after the act, which offers those that are on record already.</summary>
    public static Question Offering(this Question question, IReadOnlyList<string> acts) => question.Id != Act || acts.Count == 0 ? question
        : question with { Fields = [new(KnownAct, FieldKind.Choice) { Options = [.. acts.Select(each => new FormOption(each, each))] }, .. question.Fields] };

    /// <summary>Acts of commissions and courts gather complaints; what somebody did on one day seldom does.</summary>
    private static bool AsksAct(FormBody answers) => answers.Typed.ContainsKey("challengedAct")
        || (answers.Of("matter") != Application && answers.Of("challengedActKind") is not ("action" or "inaction" or "thirdParty"));

    /// <summary>The moments beside the act itself that some reading of this law counts from; and any that was answered, so that nothing is filed unseen.</summary>
    private static IEnumerable<FormField> Counted(FormBody answers, Rulebook law, Words words)
    {
        var needs = law.Readings.Aggregate(Needs.None, (all, each) => all | each.Needs);
        var triggers = law.Limits.Where(each => each.Kind is LimitKind.Filing).Select(each => each.Trigger).ToHashSet(StringComparer.Ordinal);
        var isComplaint = answers.Of("matter") != Application;
        (string Field, bool IsCounted)[] moments =
        [
            ("publishedAt", needs.HasFlag(Needs.PublishedAt) || triggers.Contains("publicationOrActOrDisclosure")),
            ("knownAt", needs.HasFlag(Needs.KnownAt) || triggers.Overlaps(["publicationOrActOrDisclosure", "actOrIdentifiedOrDecision"])),
            ("determinedAt", answers.Of("challengedActKind") == "results" && needs.HasFlag(Needs.DeterminedAt)),
        ];

        foreach (var (field, isCounted) in moments)
        {
            if ((isComplaint && isCounted) || !answers.MomentOf(field).IsEmpty)
            {
                yield return ReportedFields.Of(field, law, words);
            }
        }

        if ((isComplaint && needs.HasFlag(Needs.Continuing)) || answers.Typed.ContainsKey("continuing"))
        {
            yield return ReportedFields.Of("continuing", law, words);
        }
    }
}
