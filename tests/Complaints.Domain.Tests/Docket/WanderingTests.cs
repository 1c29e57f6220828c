using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;
using NodaTime;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>
/// Complaints sent on random ways, with facts that arrive late and timers that run when they please. Whatever is accepted, the record holds
/// together.
/// </summary>
public sealed class WanderingTests
{
    private const int Walks = 100;
    private const int Steps = 18;

    private static readonly string[] Outcomes = ["upheld", "dismissed_merits", "dismissed_formal", "superseded_by_court"];

    public static TheoryData<string, string, string> Countries => new()
    {
        { "KZ-2020", "PEC", "Asia/Almaty" },
        { "KZ-2020", "CEC", "Asia/Almaty" },
        { "MD-2019", "PEB", "Europe/Chisinau" },
        { "UA-LOC-2015", "TEC-UA", "Europe/Kyiv" },
        { "AM-1999", "PEC-AM", "Asia/Yerevan" },
    };

    [Theory]
    [MemberData(nameof(Countries))]
    public void Take_AnyWay_KeepsTheRecordTrue(string rulebook, string actor, string zone)
    {
        for (var seed = 0; seed < Walks; seed++)
        {
            Walk(new Random(seed), rulebook, actor, zone, $"{rulebook} {actor} walk {seed}");
        }
    }

    private static void Walk(Random random, string rulebook, string actor, string zone, string name)
    {
        var now = At("2021-01-02 09:00");
        var complaint = AComplaint.Against(actor, random.Next(2) == 0 ? "action" : "decision", "2021-01-01 10:00", "2021-01-02 09:00", rulebook: rulebook).Complaint;

        for (var count = 0; count < Steps; count++)
        {
            now += Duration.FromHours(random.Next(1, 96));

            if (random.Next(3) > 0)
            {
                complaint = complaint.TakeTimersSteps(now)?.Complaint ?? complaint;
                Assert.False(complaint.NextTimersStep()?.At <= now, $"{name}: a timer's step is left over");
            }

            complaint = random.Next(3) == 0
                ? Late(random, complaint, now, zone)
                : Offered(random, complaint, now, zone, name);
            Holds(complaint, name);
        }
    }

    /// <summary>A step that is offered must be taken, if it brings what it needs.</summary>
    private static Complaint Offered(Random random, Complaint complaint, Instant now, string zone, string name)
    {
        var open = complaint.PermittedSteps(now).Where(each => each.Step is not ProceduralStep.Correct).ToArray();

        if (open.Length == 0)
        {
            return complaint;
        }

        var (kind, number) = open[random.Next(open.Length)];
        Forum?[] forums = kind.Crosses() ? [.. complaint.Law.Rulebook.Forums.OrderBy(_ => random.Next())] : [null];
        var taken = (from outcome in Outcomes.OrderBy(_ => random.Next())
                     from forum in forums
                     select complaint.Take(new Step(kind, now, number, Bring(kind, outcome, forum, zone)), now, "o1")).ToArray();
        var accepted = taken.FirstOrDefault(each => each.IsAllowed(out _));
        Assert.True(
            accepted is not null || taken.Any(each => each.Refusals.All(refusal => refusal.Code == "forum.has-it-already")),
            $"{name}: {kind} in {number} was offered, then refused: {string.Join("; ", taken.SelectMany(each => each.Refusals).Select(each => each.Code).Distinct())}");
        return accepted is not null && accepted.IsAllowed(out var change) ? change.Complaint : complaint;
    }

    /// <summary>Any step or fact at any earlier date: taken or refused, never worse.</summary>
    private static Complaint Late(Random random, Complaint complaint, Instant now, string zone)
    {
        var at = now - Duration.FromHours(random.Next(1, 600));
        var number = random.Next(0, complaint.Proceedings.Count + 1);

        if (random.Next(6) == 0)
        {
            var fact = (FactKind)random.Next(7);
            return complaint.Note(fact, new FactDetails(), number == 0 ? null : number, at, now, "o1").IsAllowed(out var noted) ? noted.Complaint : complaint;
        }

        var kind = (ProceduralStep)random.Next((int)ProceduralStep.LimitPassed);
        var forums = complaint.Law.Rulebook.Forums;
        var details = kind is ProceduralStep.Correct
            ? AComplaint.Correcting(random.Next(1, complaint.Version + 1), $$"""{"at": "{{RecordJson.Text(at)}}"}""")
            : Bring(kind, Outcomes[random.Next(Outcomes.Length)], forums[random.Next(forums.Count)], zone);
        return complaint.Take(new Step(kind, at, number == 0 ? null : number, details), now, "o1").IsAllowed(out var taken) ? taken.Complaint : complaint;
    }

    private static StepDetails Bring(ProceduralStep kind, string outcome, Forum? forum, string zone) => (kind is ProceduralStep.Decide ? AComplaint.Deciding(outcome) : new StepDetails()) with
    {
        Forum = kind.Crosses() ? forum?.Id : null,
        ForumZone = kind.Crosses() && forum is { Zone.IsAtPlace: true } ? zone : null,
        Source = "court_record",
    };

    private static void Holds(Complaint complaint, string name)
    {
        var again = Complaint.From(complaint.Id, complaint.Law, [.. complaint.History.Select(each => EventJson.Read(EventJson.Canonical(each)))]);
        Assert.Equal(JsonSerializer.Serialize(RegisterEntry.Of(complaint), RecordJson.Options), JsonSerializer.Serialize(RegisterEntry.Of(again), RecordJson.Options));

        foreach (var each in complaint.Proceedings)
        {
            Assert.True(each.Decision is null || each.Decision.At >= each.ReceivedAt, $"{name}: decided before receipt");
            Assert.True(each.Parent is null || each.Parent < each.Number || complaint.History.Any(one => one.At < each.ReceivedAt), $"{name}: a child before its parent");
            Assert.False(each.Stage is Stage.Final && complaint.Clocks().Any(clock => clock.Proceeding == each.Number && clock.Kind is not ClockKind.File), $"{name}: a clock runs after finality");
            Assert.Equal(each.Stage is Stage.Decided or Stage.Final, each.Decision is not null);
        }

        Assert.All(complaint.Proceedings.Where(each => each.IsOpen).GroupBy(each => (each.Forum.Id, each.By)), each => Assert.Single(each));
        Assert.All(complaint.History.Select(each => each.What).OfType<Retracted>(), each => Assert.True(complaint.History[each.Event - 1].IsTimers));
    }
}
