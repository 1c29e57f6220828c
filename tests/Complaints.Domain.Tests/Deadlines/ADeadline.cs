using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>Asks for a deadline in the words of a test: a limit, a forum, a start.</summary>
internal sealed record ADeadline
{
    private string Rulebook { get; init; } = "KZ-2020";

    private LimitFacts Facts { get; init; } = new()
    {
        Forum = "TEC",
        ForumZone = Zones.Find("Asia/Almaty")!,
        CountedFrom = default,
        ElectionDay = new LocalDate(2021, 1, 10),
    };

    public static ADeadline Of(string limit) => new ADeadline().With(facts => facts with { LimitId = limit });

    public static ADeadline Selected(LimitKind kind) => new ADeadline().With(facts => facts with { Kind = kind });

    public ADeadline In(string rulebook) => this with { Rulebook = rulebook };

    public ADeadline Before(string forum, string zone = "Asia/Almaty") =>
        With(facts => facts with { Forum = forum, ForumZone = Zones.Find(zone)! });

    public ADeadline At(string placeZone) => With(facts => facts with { PlaceZone = Zones.Find(placeZone) });

    public ADeadline ElectionOn(string? day) =>
        With(facts => facts with { ElectionDay = day is null ? null : LocalDatePattern.Iso.Parse(day).Value });

    public ADeadline Suspended(string from, string? until) =>
        With(facts => facts with { Suspended = new Suspension(Moment(from), until is null ? null : Moment(until)) });

    public ADeadline With(Func<LimitFacts, LimitFacts> change) => this with { Facts = change(Facts) };

    public Result<Deadline> Ask(string countedFrom) =>
        Counting.Count(ShippedLaw.Rulebooks[Rulebook], Facts with { CountedFrom = Moment(countedFrom) });

    public Deadline From(string countedFrom)
    {
        var counted = Ask(countedFrom);
        Assert.True(counted.IsAllowed(out var deadline), string.Join("; ", counted.Refusals));
        return deadline!;
    }

    public static Instant Moment(string text)
    {
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        return (parsed.Success ? parsed : OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>").Parse(text)).Value.ToInstant();
    }
}

/// <summary>Reads a deadline the way the tests write expectations down.</summary>
internal static class DeadlineReading
{
    /// <summary>The last local minute in time under these ambiguities: "2021-01-08T23:59", the mode where there is none, or "no effect".</summary>
    public static string Under(this Deadline deadline, params string[] ambiguities) => string.Join(
        " | ",
        deadline.Alternatives.Where(reading => reading.Ambiguities.SequenceEqual(ambiguities))
            .Select(reading => reading.LastMomentLocal?[..16] ?? reading.Mode.ToString())
            .Concat(deadline.WithoutEffect.Any(listed => listed.SequenceEqual(ambiguities)) ? ["no effect"] : []));

    public static string Primary(this Deadline deadline) => deadline.LastMomentLocal?[..16] ?? deadline.Mode.ToString();
}
