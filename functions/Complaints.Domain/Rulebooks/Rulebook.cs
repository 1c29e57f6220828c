using System.Collections.Frozen;
using NodaTime;

namespace Complaints.Domain.Rulebooks;

/// <summary>One jurisdiction's law in force for an election: versioned, and immutable once read.</summary>
public sealed class Rulebook
{
    private readonly FrozenDictionary<string, Forum> forums;
    private readonly FrozenDictionary<string, TimeLimit> limits;
    private readonly Ways[] ways;

    internal Rulebook(
        string id, IReadOnlyList<Forum> forums, IReadOnlyList<TimeLimit> limits, IReadOnlyList<ReadingRule> readings, Versions versions)
    {
        Id = id;
        Versions = versions;
        Forums = forums;
        Limits = limits;
        Readings = readings;
        this.forums = forums.ToFrozenDictionary(forum => forum.Id, StringComparer.Ordinal);
        this.limits = limits.ToFrozenDictionary(limit => limit.Id, StringComparer.Ordinal);
        ways = [.. limits.Select(limit => new Ways(limit.Id, readings))];
    }

    /// <summary>The code of the rulebook, e.g. KZ-2020.</summary>
    public string Id { get; }

    /// <summary>Id and version, e.g. KZ-2020@1: what a complaint is pinned to.</summary>
    public string Version => Versions.Rulebook;

    /// <summary>The SHA-256 of the whole resolved document in canonical form, in lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The versions of the rulebook, its calendar and the tz database.</summary>
    public Versions Versions { get; }

    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>The code of the jurisdiction, e.g. KZ.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The first day it is in force; null where unknown.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day it is in force; null where open or unknown.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>The zone to propose where none is given.</summary>
    public required DateTimeZone DefaultZone { get; init; }

    /// <summary>How days are counted.</summary>
    public required DayCount DayCount { get; init; }

    /// <summary>The working days; null where no calendar is known, and then nothing rolls.</summary>
    public Calendar? Calendar { get; init; }

    /// <summary>The bodies that hear complaints or are asked by those that do.</summary>
    public IReadOnlyList<Forum> Forums { get; }

    /// <summary>Which forums hear which acts first.</summary>
    public required IReadOnlyList<JurisdictionRule> JurisdictionRules { get; init; }

    /// <summary>The time limits.</summary>
    public IReadOnlyList<TimeLimit> Limits { get; }

    /// <summary>The windows near election day.</summary>
    public required IReadOnlyList<Window> Windows { get; init; }

    /// <summary>The ways to read the law that differ from the primary one.</summary>
    public IReadOnlyList<ReadingRule> Readings { get; }

    /// <summary>What is taken as given.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>The questions the law leaves open.</summary>
    public required IReadOnlyList<Ambiguity> Ambiguities { get; init; }

    /// <summary>The texts the law was read in, those that the rulebook names.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Who may file what where.</summary>
    public required IReadOnlyList<StandingRule> Standing { get; init; }

    /// <summary>What filings should contain.</summary>
    public required IReadOnlyList<FormRule> Form { get; init; }

    /// <summary>What happens when a court is seized of a commission's matter.</summary>
    public required Parallel Parallel { get; init; }

    /// <summary>Whether formal defects may be cured.</summary>
    public required Rectification Rectification { get; init; }

    /// <summary>Whether misdirected filings are passed on.</summary>
    public required Forwarding Forwarding { get; init; }

    /// <summary>Whether missed limits may be restored.</summary>
    public required Restoration Restoration { get; init; }

    /// <summary>Further rules, shown and cited; no date is counted from them.</summary>
    public required IReadOnlyList<Policy> Policies { get; init; }

    /// <summary>How well the rulebook as a whole is known.</summary>
    public required Footing Footing { get; init; }

    /// <summary>What a reader should know beside it.</summary>
    public required IReadOnlyList<Text> Notes { get; init; }

    /// <summary>The document it was read from, all deltas applied, as canonical JSON.</summary>
    public required string Document { get; init; }

    /// <summary>The forum of this code; null if there is none.</summary>
    public Forum? FindForum(string id) => forums.GetValueOrDefault(id);

    /// <summary>The limit of this code; null if there is none.</summary>
    public TimeLimit? FindLimit(string id) => limits.GetValueOrDefault(id);

    /// <summary>Every way to count this limit beside the primary one.</summary>
    public Ways WaysToCount(TimeLimit limit) => ways[limit.Number];

    /// <summary>Whether election day can change what this limit gives before this forum: an asker must say which day it is, or that there is none.</summary>
    public bool NeedsElectionDay(TimeLimit limit, Forum forum) =>
        limit.NeedsElectionDay
        || WaysToCount(limit).Singles.Any(way => way.Change.Limit is { NeedsElectionDay: true })
        || (Calendar?.WorkingNearElection.Contains(forum.Kind) is true && AsksCalendar(limit));

    /// <summary>Whether any way to count this limit asks which days are working days.</summary>
    public bool AsksCalendar(TimeLimit limit) =>
        DayCount.Roll is not Roll.None || limit.Length.Unit is Unit.WorkingDay || WaysToCount(limit).Singles.Any(way => way.Change.Roll is not null);

    /// <summary>Whether there is an actor of this code whose acts can be challenged: a forum, or one of the coded others.</summary>
    public bool KnowsActor(string actor) => FindForum(actor) is not null || Taxonomies.Shipped.ChallengedActors.Contains(actor);

    /// <summary>Whether it was in force on this day.</summary>
    public bool IsInForceOn(LocalDate day) => !(day < ValidFrom) && !(day > ValidTo);

    /// <summary>The rule that says who may bring this filing, the most special one; null where the law is not known.</summary>
    public StandingRule? StandingFor(Filing filing) => Standing.Where(rule => rule.Scope.Covers(filing)).MaxBy(rule => rule.Scope.Keys);

    /// <summary>Every rule on what this filing should contain; they add up.</summary>
    public IReadOnlyList<FormRule> FormFor(Filing filing) => [.. Form.Where(rule => rule.Scope.Covers(filing))];

    /// <summary>The forums that may hear such an act first; empty where the law is not known.</summary>
    public IReadOnlyList<CompetentForum> CompetentForums(string challengedActor, string? challengedActKind, string? subject)
    {
        var rule = JurisdictionRules
            .Where(candidate => candidate.Describes(challengedActor, challengedActKind, subject))
            .MaxBy(candidate => candidate.Keys);

        return rule is not null
            ? [.. rule.FirstInstance.Select(id => new CompetentForum(
                forums[id], rule.IsUnclear, rule.Footing.Ambiguity, rule.Footing.Citation, rule.Id))]
            : FindForum(challengedActor) is { IsCommission: true, Next: { } next }
                ? [.. next.Select(id => new CompetentForum(forums[id], IsUnclear: false, Ambiguity: null, Citation: null, Rule: null))]
                : [];
    }

    /// <summary>The forums known to turn such a complaint away.</summary>
    public IReadOnlyList<string> WrongForums(string challengedActor, string? challengedActKind, string? subject) =>
    [
        .. JurisdictionRules
            .Where(rule => rule.Describes(challengedActor, challengedActKind, subject))
            .SelectMany(rule => rule.WrongForums)
            .Distinct()
            .Except(CompetentForums(challengedActor, challengedActKind, subject).Select(competent => competent.Forum.Id)),
    ];
}
