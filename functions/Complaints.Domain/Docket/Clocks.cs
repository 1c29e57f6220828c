using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>The facts of a complaint as the counting of deadlines asks for them. Every limit is selected from here, never from what a caller says.</summary>
internal static class Clocks
{
    /// <summary>The time to file the first complaint with a forum.</summary>
    public static Deadline? ToFile(Law law, Grievance grievance, Forum forum, DateTimeZone zone) =>
        grievance.OccurredAt is not { } occurred || grievance.IsApplication
            ? null
            : Count(law, Against(law, grievance, grievance.ChallengedActor, grievance.ChallengedActKind, forum, Deadlines.Opening.Filing) with
            {
                Kind = LimitKind.Filing,
                ForumZone = zone,
                CountedFrom = occurred,
                PublishedAt = grievance.PublishedAt,
                KnownAt = grievance.KnownAt,
                DeterminedAt = grievance.DeterminedAt,
                Continuing = grievance.Continuing is true,
            });

    /// <summary>The time to challenge a decision before a next forum.</summary>
    public static Deadline? ToAppeal(Law law, Grievance grievance, Proceeding decided, Forum forum, DateTimeZone zone) =>
        decided.Decision is not { } decision
            ? null
            : Count(law, Against(law, grievance, decided.Forum.Id, "decision", forum, Deadlines.Opening.Appeal) with
            {
                Kind = LimitKind.Filing,
                ForumZone = zone,
                CountedFrom = decision.At,
                PlaceZone = decided.Zone,
                ServedAt = decision.ServedAt,
                PublishedAt = decision.PublishedAt,
            });

    /// <summary>The time to challenge silence before a next forum: counted from the last day of the missed limit.</summary>
    public static Deadline? ToChallengeSilence(Law law, Grievance grievance, Proceeding silent, Forum forum, DateTimeZone zone) =>
        ToDecide(law, grievance, silent) is not { ArguableFrom: not null } missed
            ? null
            : FromInaction(law, missed, Against(law, grievance, silent.Forum.Id, "inaction", forum, Deadlines.Opening.Silence) with
            {
                Kind = LimitKind.Filing,
                ForumZone = zone,
                PlaceZone = silent.Zone,
            });

    /// <summary>The forum's time to decide or to answer.</summary>
    public static Deadline? ToDecide(Law law, Grievance grievance, Proceeding proceeding) =>
        Count(law, Received(law, grievance, proceeding, proceeding.Matter));

    /// <summary>The time to answer an application, where the forum treats a complaint as one; the limit of the complaint goes on beside.</summary>
    public static Deadline? ToAnswer(Law law, Grievance grievance, Proceeding proceeding) =>
        proceeding.IsTreatedAsApplication
            ? Count(law, Received(law, grievance, proceeding, Matter.Application))
            : null;

    /// <summary>The time a forum without jurisdiction has to pass the filing on, where the law makes it.</summary>
    public static Deadline? ToForward(Law law, Grievance grievance, Proceeding proceeding) =>
        law.Rulebook.Forwarding.Duty is true
        && proceeding is { Stage: Lifecycle.Stage.Lodged or Lifecycle.Stage.Registered }
        && Facts.IsMisdirected(proceeding, Facts.Competent(law, grievance))
            ? Count(law, Received(law, grievance, proceeding, proceeding.Matter) with { Kind = LimitKind.Forward, Reason = "wrong_forum", Suspended = null })
            : null;

    /// <summary>The time for a check asked of the police or a state body.</summary>
    public static Deadline? ToCheck(Law law, Grievance grievance, Proceeding proceeding) =>
        proceeding.Check is { } check && law.Rulebook.FindForum(check.AskedOf) is { } asked
            ? Count(law, Against(law, grievance, null, null, asked, Deadlines.Opening.Filing) with
            {
                Kind = LimitKind.Answer,
                Trigger = "requestReceived",
                Matter = null,
                ForumZone = asked.Zone.Fixed ?? proceeding.Zone,
                CountedFrom = check.At,
            })
            : null;

    /// <summary>What the law takes a first filing with this forum for.</summary>
    public static Matter MatterOf(Law law, Grievance grievance, Forum forum) => Characterisation.MatterOf(
        law.Rulebook, forum.Id, grievance.ChallengedActor, grievance.ChallengedActKind, Deadlines.Opening.Filing, grievance.IsApplication);

    /// <summary>The limit that counts from an inaction, else the general one of a rulebook that has none of its own for silence.</summary>
    private static Deadline? FromInaction(Law law, Deadline missed, LimitFacts facts) =>
        Known(facts.Forum, Counting.CountFromSilence(law.Rulebook, missed, facts with { Trigger = Triggers.InactionDate }))
        ?? Known(facts.Forum, Counting.CountFromSilence(law.Rulebook, missed, facts));

    private static LimitFacts Received(Law law, Grievance grievance, Proceeding proceeding, Matter matter) =>
        Against(law, grievance, proceeding.ChallengedActor, proceeding.ChallengedActKind, proceeding.Forum, OpeningOf(proceeding)) with
        {
            Kind = matter is Matter.Application ? LimitKind.Answer : LimitKind.Decision,
            Trigger = "received",
            Matter = matter,
            ForumZone = proceeding.Zone,
            CountedFrom = proceeding.ReceivedAt,
            Suspended = proceeding.Suspended,
        };

    private static Deadlines.Opening OpeningOf(Proceeding proceeding) => proceeding.Matter switch
    {
        Matter.Appeal => Deadlines.Opening.Appeal,
        Matter.Inaction => Deadlines.Opening.Silence,
        _ => Deadlines.Opening.Filing,
    };

    private static LimitFacts Against(
        Law law, Grievance grievance, string? actor, string? actKind, Forum forum, Deadlines.Opening opening) => new()
    {
        Forum = forum.Id,
        ForumZone = DateTimeZone.Utc,
        CountedFrom = default,
        PlaceZone = grievance.PlaceZone is { } place ? Zones.Find(place) : null,
        ElectionDay = law.Election.ElectionDay,
        Matter = Characterisation.MatterOf(law.Rulebook, forum.Id, actor, actKind, opening, grievance.IsApplication && opening is Deadlines.Opening.Filing),
        Target = Characterisation.TargetOf(law.Rulebook, forum.Id, actor, actKind, opening),
        ChallengedActor = actor,
        ChallengedActKind = actKind,
        Subject = grievance.Subject,
    };

    /// <summary>The deadline, or null where the rulebook has no limit for these facts, or leaves open which: no date is invented.</summary>
    private static Deadline? Count(Law law, LimitFacts facts) => Known(facts.Forum, Counting.Count(law.Rulebook, facts));

    private static Deadline? Known(string forum, Result<Deadline> counted) => counted.IsAllowed(out var deadline) ? deadline
        : counted.Refusals[0].Code is "limit.none" or "limit.trigger-needed" or "limit.election-day-needed" ? null
        : throw new InvalidOperationException($"{forum}: {counted.Refusals[0].Code}: {counted.Refusals[0].Message}");
}
