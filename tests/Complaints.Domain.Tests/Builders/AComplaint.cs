using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Builders;

/// <summary>
/// A complaint on its way under KZ-2020, election day 10 January 2021. Each step is recorded the moment it happens, unless the clock is set;
/// then the timers run before every step, as the sweep does.
/// </summary>
internal sealed class AComplaint
{
    private static readonly Election Election = new()
    {
        Id = "kz-2021",
        Code = "KZ21P",
        Name = "Majilis 2021",
        Rulebook = "KZ-2020",
        ElectionDay = new LocalDate(2021, 1, 10),
    };

    private Instant? clock;

    private AComplaint(Complaint complaint) => Complaint = complaint;

    public Complaint Complaint { get; private set; }

    public Change? LastChange { get; private set; }

    public static Law Law(string rulebook = "KZ-2020") => new(ShippedLaw.Rulebooks[rulebook], Election);

    /// <summary>A precinct commission turned an observer away on election day, written down an hour later.</summary>
    public static AComplaint AgainstPrecinct(string actKind = "action") =>
        Against("PEC", actKind, "2021-01-10 10:00", "2021-01-10 11:00");

    /// <summary>The resolution of the Central Election Commission on observers, 4 December 2020.</summary>
    public static AComplaint AgainstResolution() => Against("CEC", "decision", "2020-12-04 12:00", "2020-12-05 09:00");

    public static AComplaint Against(
        string? actor, string? actKind, string? occurredAt, string recordedAt, string matter = "complaint", string rulebook = "KZ-2020", string? subject = null)
    {
        var law = Law(rulebook);
        var grievance = new Grievance
        {
            Election = law.Election.Id,
            Rulebook = law.Rulebook.Version,
            Matter = matter,
            ComplainantType = "citizen_observer_group",
            ChallengedActor = actor,
            ChallengedActKind = actKind,
            Subject = subject ?? "observer_rights.access_and_accreditation",
            OccurredAt = occurredAt is null ? null : At(occurredAt),
            PlaceZone = "Asia/Almaty",
        };
        return new AComplaint(Complaint.Record("kz21p-4f7k2q9d-x", law, grievance, At(recordedAt), "o1").Complaint);
    }

    /// <summary>From here on every step is recorded at this hour.</summary>
    public AComplaint RecordedAt(string now)
    {
        clock = At(now);
        return this;
    }

    public AComplaint Lodge(string at, string forum = "TEC", string? zone = null) => Take(ProceduralStep.Lodge, at, forum: forum, zone: zone);

    public AComplaint Decide(string at, string outcome = "dismissed_merits", int? proceeding = null) =>
        Take(ProceduralStep.Decide, at, proceeding, details: Deciding(outcome));

    public AComplaint Appeal(string at, string forum, int? proceeding = null) => Take(ProceduralStep.Appeal, at, proceeding, forum);

    public AComplaint Correct(string at, int seq, string values) => Take(ProceduralStep.Correct, at, details: Correcting(seq, values));

    public AComplaint Take(
        ProceduralStep step, string at, int? proceeding = null, string? forum = null, string? zone = null, StepDetails? details = null)
    {
        if (clock is { } now)
        {
            Complaint = Complaint.TakeTimersSteps(now)?.Complaint ?? Complaint;
        }

        Accept(Try(step, at, proceeding, forum, zone, details));
        return this;
    }

    public AComplaint Note(FactKind fact, string at, int? proceeding)
    {
        Accept(Complaint.Note(fact, new FactDetails { Source = "court_record" }, proceeding, At(at), clock ?? At(at), "o1"));
        return this;
    }

    /// <summary>The sweep at this hour.</summary>
    public AComplaint Tick(string now)
    {
        LastChange = Complaint.TakeTimersSteps(At(now));
        Complaint = LastChange?.Complaint ?? Complaint;
        return this;
    }

    /// <summary>The codes under which a step is refused; empty if it is allowed. Changes nothing.</summary>
    public string[] Refusals(
        ProceduralStep step, string at, int? proceeding = null, string? forum = null, string? zone = null, StepDetails? details = null) =>
        [.. Try(step, at, proceeding, forum, zone, details).Refusals.Select(each => each.Code)];

    /// <summary>The same complaint under another law from this hour on.</summary>
    public Recomputation Repin(Rulebook to, string now)
    {
        var repinned = TryRepin(to, now);
        Assert.True(repinned.IsAllowed(out var repinning), string.Join("; ", repinned.Refusals.Select(each => each.Message)));
        LastChange = repinning!.Change;
        Complaint = repinning.Change.Complaint;
        return repinning.Recomputation;
    }

    public Result<Repinning> TryRepin(Rulebook to, string now) => Complaint.Repin(new Law(to, Election), null, At(now), "c1");

    public Proceeding Proceeding(int number) => Complaint.Proceedings.Single(each => each.Number == number);

    public WakeUp Watch(string since, string now) => Domain.Alerts.Watch.At(Complaint, At(since), At(now));

    /// <summary>The history since the first record: kind, proceeding and day in Almaty.</summary>
    public string[] History() =>
        [.. Complaint.History.Skip(1).Select(each => $"{each.What.Kind} {(each.Proceeding is { } number ? number : "-")} {InAlmaty(each.At)}")];

    public static StepDetails Deciding(string outcome) => new()
    {
        Outcome = outcome,
        Grounds = outcome == "dismissed_formal" ? ["not_stated"] : null,
    };

    public static StepDetails Correcting(int seq, string values) => new()
    {
        Event = seq,
        New = System.Text.Json.JsonDocument.Parse(values).RootElement,
        Reason = "misread",
    };

    private Result<Change> Try(ProceduralStep step, string at, int? proceeding, string? forum, string? zone, StepDetails? details)
    {
        var brings = (details ?? new StepDetails()) with { Forum = forum, ForumZone = zone ?? (forum is "TEC" or "PEC" or "DC" or "PROSECUTOR" ? "Asia/Almaty" : null) };
        return Complaint.Take(new Step(step, At(at), proceeding, brings), clock ?? At(at), "o1");
    }

    private void Accept(Result<Change> result)
    {
        Assert.True(result.IsAllowed(out var change), string.Join("; ", result.Refusals.Select(each => $"{each.Code}: {each.Message}")));
        LastChange = change;
        Complaint = change!.Complaint;
    }
}
