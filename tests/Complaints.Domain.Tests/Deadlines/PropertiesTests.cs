using System.Collections.Frozen;
using System.Text;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>What holds of every deadline, whatever the law, the forum, the clock and the facts: ten thousand cases each.</summary>
public sealed class PropertiesTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithQuietOnSuccess(true);
    private static readonly LocalDate FirstHoliday = new(2020, 10, 1);
    private static readonly Dictionary<LocalDate, Rulebook> WithHoliday = [];

    [Fact]
    public void Count_AnyCase_KeepsEveryReadingBetweenEarliestAndLatest() => Holds(PropertiesCases.All, each =>
    {
        var deadline = each.Count();
        var fixedReadings = deadline.Alternatives.Select(reading => reading.DueExclusive).Append(deadline.DueExclusive).OfType<Instant>().ToArray();

        Assert.Equal(fixedReadings.Length > 0, deadline.Earliest is not null);
        Assert.Equal(fixedReadings.Length > 0 && !deadline.IsOpenEnded, deadline.Latest is not null);
        Assert.False(deadline.Earliest > deadline.Latest);
        Assert.All(fixedReadings, due => Assert.True(deadline.Earliest <= due && !(due > deadline.Latest)));
        Assert.True(deadline.Mode != Mode.Fixed || deadline.DueExclusive is not null);
    });

    // Each date against a count that shares nothing with ours: the primary reading, every other one listed, and how far all of them reach.
    [Fact]
    public void Count_AnyCase_AgreesWithAPlainCount() => Holds(PropertiesCases.All, each =>
    {
        var deadline = each.Count();
        var plain = new PlainCount(each.Law, each.Limit, each.Facts);
        var rules = plain.Readings;
        var primary = plain.Under();
        var ends = rules.Select(rule => (Rules: new[] { rule }, End: plain.Under(rule))).Concat(
            from second in Enumerable.Range(0, rules.Length)
            from first in Enumerable.Range(0, second)
            where rules[first].Ambiguity != rules[second].Ambiguity && !rules[first].Keys.Intersect(rules[second].Keys).Any()
            select (Rules: new[] { rules[first], rules[second] }, End: plain.Under(rules[first], rules[second]))).ToArray();
        var dates = ends.Select(end => end.End).Append(primary).Where(end => end.Mode is Mode.Fixed).Select(end => end.At!.Value).ToArray();
        var isOpen = ends.Select(end => end.End).Append(primary).Any(end => end.Mode is Mode.Never or Mode.Unknown or Mode.Paused);

        Assert.Equal((primary.Mode, primary.At), (deadline.Mode, deadline.DueExclusive ?? deadline.Benchmark?.Exclusive));
        Assert.Equal(dates.Length == 0 ? null : dates.Min(), deadline.Earliest);
        Assert.Equal(dates.Length == 0 || isOpen ? null : dates.Max(), deadline.Latest);
        Assert.All(deadline.Alternatives, reading => Assert.Contains(ends, end =>
            Names(end.Rules).SequenceEqual(reading.Ambiguities) && end.End == new PlainEnd(reading.Mode, reading.DueExclusive ?? reading.BenchmarkExclusive)));
        Assert.All(ends.Where(end => end.Rules.Length == 1 && end.End != primary), end => Assert.Contains(
            deadline.Alternatives, reading => reading.Ambiguities.SequenceEqual(Names(end.Rules)) && reading.Mode == end.End.Mode));
    });

    [Fact]
    public void Count_LaterStart_NeverEndsEarlierOnTheSameSideOfWindowAndCap() => Holds(
        PropertiesCases.WithoutSuspension, Gen.Choose(1, 20 * 86_400), (each, seconds) =>
        {
            var later = each with { Facts = each.Facts with { CountedFrom = each.Facts.CountedFrom + Duration.FromSeconds(seconds) } };
            var ends = Ends(each).ToDictionary(end => end.Way);

            foreach (var end in Ends(later))
            {
                Assert.False(ends.TryGetValue(end.Way, out var before) && before.Side == end.Side && end.Due < before.Due, $"{end.Way}: {before.Due} then {end.Due}");
            }
        });

    [Fact]
    public void Count_FixedReading_EndsAtALocalMidnightOrAStatedClockTime() => Holds(PropertiesCases.All, each =>
    {
        var deadline = each.Count();

        foreach (var (due, limit) in deadline.Alternatives.Select(reading => (reading.DueExclusive, reading.Limit)).Append((deadline.DueExclusive, deadline.Limit)))
        {
            var length = each.Law.FindLimit(limit)!.Length;

            if (due is not { } at || length.Unit == Unit.Hour)
            {
                continue;
            }

            var zone = each.Facts.ForumZone;
            var day = at.InZone(zone).Date;
            LocalTime?[] clockTimes = [length.Time, length.Until?.Time, each.Limit.Cap?.Time];
            Assert.True(
                zone.AtStartOfDay(day).ToInstant() == at // of the day it falls on, so a day that exists
                || (each.Limit.Cap is { HoursBefore: > 0 } cap && at == CapOf(cap, each.Facts.ElectionDay!.Value, zone))
                || clockTimes.OfType<LocalTime>().Any(time => zone.AtLeniently(day + time).ToInstant() == at),
                $"{limit} ends at {at.InZone(zone)}");
        }
    });

    [Fact]
    public void Count_SameInput_GivesTheSameBytes()
    {
        var again = ShippedLaw.Rulebooks.Values.ToDictionary(law => law.Id, law => ReadAgain(law, ShippedLaw.Library));

        Holds(PropertiesCases.All, each => Assert.Equal(
            Tell(each.Count()), Tell(each.Count(again.GetValueOrDefault(each.Law.Id, each.Law), each.Facts with { }))));
    }

    // A day off matters only where a count rolls onto it: not before the earliest last day, nor after everything is over.
    [Fact]
    public void Count_UnrelatedHolidayAdded_MovesNoDate() => Holds(PropertiesCases.WithCalendar, Gen.Choose(0, 400), (each, choice) =>
    {
        var deadline = each.Count();
        var ends = deadline.Alternatives.Select(reading => reading.DueExclusive).Append(deadline.DueExclusive).OfType<Instant>()
            .Select(due => due.InZone(each.Facts.ForumZone).Date.PlusDays(-1)).ToArray();
        var holidays = Enumerable.Range(0, 52).Select(number => FirstHoliday.PlusDays(number * 5))
            .Where(day => ends.Length == 0 || day < ends.Min() || day > ends.Max()).ToArray();
        var holiday = holidays[choice % holidays.Length];
        var moved = each.Count(LawWith(holiday), each.Facts);

        Assert.Equal(
            (deadline.DueExclusive, deadline.Earliest, deadline.Latest, deadline.LastDay), (moved.DueExclusive, moved.Earliest, moved.Latest, moved.LastDay));
        Assert.Equal(
            deadline.Alternatives.Select(reading => (reading.Label, reading.DueExclusive)),
            moved.Alternatives.Select(reading => (reading.Label, reading.DueExclusive)));
    });

    private static void Holds(Arbitrary<AnyCase> cases, Action<AnyCase> property) => Check.One(TenThousand, Prop.ForAll(cases, property));

    private static void Holds(Arbitrary<AnyCase> cases, Gen<int> numbers, Action<AnyCase, int> property) =>
        Check.One(TenThousand, Prop.ForAll(cases, numbers.ToArbitrary(), property));

    /// <summary>Every fixed reading that is told, by its name and the limit that governs it, with the side of the cap it ends on.</summary>
    private static IEnumerable<(string Way, Instant Due, int Side)> Ends(AnyCase each)
    {
        var deadline = each.Count();
        var cap = each.Limit.Cap is { } anchor && each.Facts.ElectionDay is { } day ? CapOf(anchor, day, each.Facts.ForumZone) : Instant.MaxValue;

        if (deadline.DueExclusive is { } primary)
        {
            yield return ($"primary {deadline.Limit}", primary, primary.CompareTo(cap));
        }

        foreach (var reading in deadline.Alternatives)
        {
            if (reading.DueExclusive is { } due)
            {
                yield return ($"{string.Join('+', reading.Ambiguities)} {reading.Label.English} {reading.Limit}", due, due.CompareTo(cap));
            }
        }
    }

    private static Instant CapOf(Anchor anchor, LocalDate electionDay, DateTimeZone zone)
    {
        var day = electionDay.PlusDays(anchor.DaysFromElection);
        return anchor.Time is { } time
            ? zone.AtLeniently(day + time).ToInstant() - Duration.FromHours(anchor.HoursBefore)
            : zone.AtLeniently(day.PlusDays(1).AtMidnight()).ToInstant();
    }

    private static IEnumerable<string> Names(IEnumerable<ReadingRule> rules) => rules.Select(rule => rule.Ambiguity).Order(StringComparer.Ordinal);

    private static Rulebook LawWith(LocalDate holiday)
    {
        if (!WithHoliday.TryGetValue(holiday, out var law))
        {
            var library = ShippedLaw.Library;
            var calendar = library.Calendars["KZ"];
            var more = calendar.DaysOff.Append(new(holiday, new Text("a new holiday"))).DistinctBy(pair => pair.Key).ToFrozenDictionary();
            var calendars = new Dictionary<string, Calendar>(StringComparer.Ordinal) { ["KZ"] = calendar with { DaysOff = more } };
            WithHoliday[holiday] = law = ReadAgain(ShippedLaw.Rulebooks["KZ-2020"], library with { Calendars = calendars });
        }

        return law;
    }

    private static Rulebook ReadAgain(Rulebook law, Library library)
    {
        var read = RulebookReader.Read(Encoding.UTF8.GetBytes(law.Document), library);
        Assert.True(read.IsAllowed(out var again), string.Join("; ", read.Refusals));
        return again!;
    }

    /// <summary>Everything there is to say of a deadline.</summary>
    private static string Tell(Deadline deadline) => string.Join(
        '\n',
        [
            $"{deadline.Limit} {deadline.Mode} {deadline.LastDay} {deadline.DueExclusive} {deadline.Earliest} {deadline.Latest} {deadline.Benchmark?.Exclusive}",
            .. deadline.Alternatives.Select(reading => $"{string.Join('+', reading.Ambiguities)} {reading.Label} {reading.Mode} {reading.DueExclusive}"),
            .. deadline.WithoutEffect.Select(ambiguities => string.Join('+', ambiguities)),
            .. Enum.GetValues<Language>().SelectMany(deadline.Explanation.In).Select(step => $"{step.Text} [{step.Citation}]"),
        ]);
}
