using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>The readings beside the primary one: which give something else, which change nothing, and how far they reach.</summary>
internal ref struct Weighing
{
    // More single readings of one limit than these would not be laid out on the stack.
    private const int Few = 64;

    private readonly Outcome primary;
    private readonly DateTimeZone zone;
    private List<Reading>? alternatives;
    private List<IReadOnlyList<string>>? withoutEffect;
    private bool hasFixed;
    private long least;
    private long greatest;

    public Weighing(in Outcome primary, DateTimeZone zone)
    {
        this.primary = primary;
        this.zone = zone;
        Span(primary);
    }

    public readonly IReadOnlyList<Reading> Alternatives => alternatives is null ? [] : alternatives;

    public readonly IReadOnlyList<IReadOnlyList<string>> WithoutEffect => withoutEffect is null ? [] : withoutEffect;

    /// <summary>Whether some reading is unknown, never or paused.</summary>
    public bool IsOpenEnded { get; private set; }

    public readonly Instant? Earliest => hasFixed ? Instant.FromUnixTimeTicks(least) : null;

    public readonly Instant? Latest => hasFixed && !IsOpenEnded ? Instant.FromUnixTimeTicks(greatest) : null;

    /// <summary>Weighs one way that was counted elsewhere.</summary>
    public void Add(Variant way, in Outcome outcome)
    {
        Span(outcome);
        Sort(way, outcome);
    }

    /// <summary>Weighs two readings at once; equal to one of them they say nothing new.</summary>
    public void Add(Variant pair, in Outcome outcome, in Outcome one, in Outcome other)
    {
        Span(outcome);

        if (!one.Gives(outcome) && !other.Gives(outcome))
        {
            Sort(pair, outcome);
        }
    }

    /// <summary>Weighs every way whose facts are given. A pair equal to one of its parts says nothing new.</summary>
    public void Add(Ways ways, in Count count, Needs given, string forum)
    {
        var singles = ways.SingleWays;
        var isStayed = given.HasFlag(Needs.Suspended);
        var answers = singles.Length <= Few ? stackalloc Answer[singles.Length] : new Answer[singles.Length];

        for (var index = 0; index < singles.Length; index++)
        {
            var way = singles[index];

            if (IsOpen(way, given, forum))
            {
                var outcome = count.Under(way.Change);
                answers[index] = new Answer(outcome.Mode, outcome.At, !isStayed && way.IsOfWindowOnly && ReferenceEquals(outcome.Limit, primary.Limit) && outcome.Gives(primary));
                Span(outcome);
                Sort(way, outcome);
            }
        }

        foreach (var way in ways.PairWays)
        {
            if (!IsOpen(way, given, forum) || IsIdle(singles, answers, way.First, way.Second) || IsIdle(singles, answers, way.Second, way.First))
            {
                continue;
            }

            var outcome = count.Under(way.Change);
            Span(outcome);

            if (!answers[way.First].Gives(outcome) && !answers[way.Second].Gives(outcome))
            {
                Sort(way, outcome);
            }
        }
    }

    /// <summary>Whether the facts it needs are given, and the limit it puts in place of this one applies before the forum.</summary>
    private static bool IsOpen(Variant way, Needs given, string forum) =>
        (way.Needs & ~given) == Needs.None && way.Change.Limit?.AppliesTo.Admits(forum) is not false;

    /// <summary>
    /// Another window that changes nothing by itself changes nothing beside a reading that leaves the window alone, or beside a second
    /// such window: the pair gives what that one gives, and need not be counted. Not after a suspension: there any reading may decide
    /// whether it took effect, and with that the day the window asks about.
    /// </summary>
    private static bool IsIdle(Variant[] singles, ReadOnlySpan<Answer> answers, int one, int other) =>
        answers[one].IsIdleWindow && (answers[other].IsIdleWindow || singles[other].LeavesWindow);

    /// <summary>What gives the same as the primary reading has no effect; what is listed already is not listed again.</summary>
    private void Sort(Variant way, in Outcome outcome)
    {
        if (outcome.Gives(primary))
        {
            if (withoutEffect?.Contains(way.Ambiguities) is not true)
            {
                (withoutEffect ??= []).Add(way.Ambiguities);
            }

            return;
        }

        foreach (var listed in alternatives ??= [])
        {
            if (ReferenceEquals(listed.Ambiguities, way.Ambiguities) && listed.Gives(outcome))
            {
                return;
            }
        }

        alternatives.Add(new Reading(way, outcome, zone));
    }

    private void Span(in Outcome outcome)
    {
        if (outcome.Mode is Mode.Unknown or Mode.Never or Mode.Paused)
        {
            IsOpenEnded = true;
        }
        else if (outcome.Mode == Mode.Fixed)
        {
            least = hasFixed ? Math.Min(least, outcome.At) : outcome.At;
            greatest = hasFixed ? Math.Max(greatest, outcome.At) : outcome.At;
            hasFixed = true;
        }
    }

    /// <summary>What a single reading gave, as far as pairs of it ask.</summary>
    private readonly record struct Answer(Mode Mode, long At, bool IsIdleWindow)
    {
        public bool Gives(in Outcome outcome) => Mode == outcome.Mode && At == outcome.At;
    }
}
