using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Deadlines;

/// <summary>Counts deadlines: a pure function of rulebook, calendar, tz database and facts.</summary>
public static class Counting
{
    /// <summary>The limit the law gives for these facts; refused with every reason where there is none.</summary>
    public static Result<TimeLimit> Select(Rulebook rulebook, LimitFacts facts) =>
        Select(rulebook, rulebook.FindForum(facts.Forum), facts);

    /// <summary>The deadline under the primary reading and all others; refused with every reason where it cannot be counted.</summary>
    public static Result<Deadline> Count(Rulebook rulebook, LimitFacts facts)
    {
        var forum = rulebook.FindForum(facts.Forum);
        var selected = Select(rulebook, forum, facts);

        if (!selected.IsAllowed(out var limit))
        {
            return selected.Refusals;
        }

        return limit.CountsFromElectionDay && facts.ElectionDay is null
            ? new Refusal("limit.election-day-needed", $"{limit.Id} counts from election day, and there is no election.", limit.Footing.Citation, "electionDay")
            : Weigh(rulebook, limit, forum!, facts);
    }

    /// <summary>The time to challenge the silence of a forum whose limit this was, under every reading of both.</summary>
    /// <param name="rulebook">The law.</param>
    /// <param name="missed">The limit the silent forum had.</param>
    /// <param name="challenged">The facts of the challenge; the count starts where the missed limit ended.</param>
    public static Result<Deadline> CountFromSilence(Rulebook rulebook, Deadline missed, LimitFacts challenged) =>
        Silence.Challenged(rulebook, missed, challenged);

    private static Result<TimeLimit> Select(Rulebook rulebook, Forum? forum, LimitFacts facts) =>
        FaultsOf(rulebook, forum, facts) is { Count: > 0 } faults ? faults : Selection.Of(rulebook, facts);

    private static List<Refusal>? FaultsOf(Rulebook rulebook, Forum? forum, LimitFacts facts)
    {
        List<Refusal>? faults = null;

        if (forum is null)
        {
            (faults ??= []).Add(new Refusal("forum.unknown", $"{rulebook.Version} has no forum {facts.Forum}.", Field: "forum"));
        }
        else if (!forum.Zone.Allows(facts.ForumZone))
        {
            (faults ??= []).Add(new Refusal(
                "forum.zone-differs", $"{facts.Forum} lives by {forum.Zone.ZoneId}, not {facts.ForumZone.Id}.", Field: "forumZone"));
        }

        if (facts.FirstOutOfRange() is { } field)
        {
            (faults ??= []).Add(new Refusal("date.out-of-range", "Only moments from 1971 to 2199 are counted.", Field: field));
        }

        if (facts.Trigger is { } trigger && !Triggers.All.Contains(trigger))
        {
            (faults ??= []).Add(new Refusal("trigger.unknown", $"Nothing starts with '{trigger}'.", Field: "trigger"));
        }

        if (facts.Suspended is { Until: { } until } suspended && until < suspended.From)
        {
            (faults ??= []).Add(new Refusal(
                "suspension.ends-before-it-begins", "A suspension ends after it begins.", Field: "suspended.until"));
        }

        return faults;
    }

    private static Deadline Weigh(Rulebook rulebook, TimeLimit limit, Forum forum, LimitFacts facts)
    {
        var count = new Count(rulebook, limit, forum, facts);
        var primary = count.Under(ReadingChange.Nothing);
        var weighing = new Weighing(primary, facts.ForumZone);
        weighing.Add(rulebook.WaysToCount(limit), count, facts.Given, forum.Id);

        return new Deadline(rulebook, limit, facts, primary)
        {
            Earliest = weighing.Earliest,
            Latest = weighing.Latest,
            IsOpenEnded = weighing.IsOpenEnded,
            Alternatives = weighing.Alternatives,
            WithoutEffect = weighing.WithoutEffect,
        };
    }
}
