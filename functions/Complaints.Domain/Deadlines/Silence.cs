using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>
/// The time to challenge silence. It starts where the missed limit ended, so each way to read the law counts twice: how the missed limit ended, and
/// how the time to challenge that runs. One question has one answer in both.
/// </summary>
internal sealed class Silence(Rulebook rulebook, TimeLimit missed, LimitFacts received, TimeLimit inaction, LimitFacts challenged)
{
    private static readonly Duration Moment = Duration.FromSeconds(1);

    private readonly Count ends = new(rulebook, missed, rulebook.FindForum(received.Forum)!, received);
    private readonly Forum forum = rulebook.FindForum(challenged.Forum)!;

    /// <summary>The deadline with every reading; one without a start is not dated by the primary reading.</summary>
    /// <param name="rulebook">The law.</param>
    /// <param name="deadline">The limit the silent forum had.</param>
    /// <param name="challenged">The facts of the challenge; its start is set here.</param>
    public static Result<Deadline> Challenged(Rulebook rulebook, Deadline deadline, LimitFacts challenged)
    {
        var from = deadline.EndOfPrimary ?? deadline.ArguableFrom ?? deadline.CountedFrom;
        var facts = challenged with { CountedFrom = from - Moment };
        var selected = Counting.Select(rulebook, facts);
        return selected.IsAllowed(out var inaction)
            ? new Silence(rulebook, deadline.Selected, deadline.Facts, inaction, facts).Weigh()
            : selected.Refusals;
    }

    private Deadline Weigh()
    {
        var primary = Under(ReadingChange.Nothing, ReadingChange.Nothing);
        var ways = new Ways([.. rulebook.Readings.Where(each => Touches(each, missed, received) || Touches(each, inaction, challenged))]);
        var weighing = new Weighing(primary, challenged.ForumZone);
        var singles = ways.SingleWays.Select(way => Under(way, way)).ToArray();

        for (var at = 0; at < singles.Length; at++)
        {
            weighing.Add(ways.SingleWays[at], singles[at]);
        }

        foreach (var pair in ways.PairWays)
        {
            weighing.Add(pair, Under(ways.SingleWays[pair.First], ways.SingleWays[pair.Second]), singles[pair.First], singles[pair.Second]);
        }

        return new Deadline(rulebook, inaction, challenged, primary)
        {
            Earliest = weighing.Earliest,
            Latest = weighing.Latest,
            IsOpenEnded = weighing.IsOpenEnded,
            Alternatives = weighing.Alternatives,
            WithoutEffect = weighing.WithoutEffect,
            IsStarted = primary.Mode is Mode.Fixed,
        };
    }

    private Outcome Under(Variant one, Variant other) => Under(
        Of(one, missed.Id).With(Of(other, missed.Id)), Of(one, inaction.Id).With(Of(other, inaction.Id)));

    /// <summary>Where the missed limit has no end under a reading, the time to challenge it has no start.</summary>
    private Outcome Under(ReadingChange ended, ReadingChange challenging)
    {
        var end = ends.Under(ended);

        return end.Mode is Mode.Fixed || end.Benchmark is not null
            ? new Count(rulebook, inaction, forum, challenged with { CountedFrom = Instant.FromUnixTimeTicks(end.At) - Moment }).Under(challenging)
            : Outcome.Of(end.Mode is Mode.Immediate ? Mode.Unknown : end.Mode, inaction);
    }

    private static ReadingChange Of(Variant way, string limit) => way.Limits.Contains(limit) ? way.Change : ReadingChange.Nothing;

    private static bool Touches(ReadingRule reading, TimeLimit limit, LimitFacts facts) =>
        reading.Limits.Contains(limit.Id) && (reading.Needs & ~facts.Given) == Needs.None && reading.Change.Limit?.AppliesTo.Admits(facts.Forum) is not false;
}
