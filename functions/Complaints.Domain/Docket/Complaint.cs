using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>One party's grievance about one challenged act, through every forum it goes to: the fold of its events.</summary>
public sealed partial class Complaint
{
    internal Complaint(
        string id,
        Law law,
        IReadOnlyList<DocketEvent> history,
        Grievance grievance,
        IReadOnlyList<Proceeding> proceedings,
        IReadOnlyList<DocumentAdded> documents,
        bool isWithdrawnBeforeFiling)
    {
        Id = id;
        Law = law;
        History = history;
        Grievance = grievance;
        Proceedings = proceedings;
        // By number and not by day: the clocks of two hosts need not agree on who was first.
        Documents = [.. documents.OrderBy(each => each.Number)];
        IsWithdrawnBeforeFiling = isWithdrawnBeforeFiling;
    }

    /// <summary>The name in keys and addresses: the reference in lower case.</summary>
    public string Id { get; }

    /// <summary>What people read out: the id in capitals.</summary>
    public string Reference => Id.ToUpperInvariant();

    /// <summary>The rulebook and election it is judged under.</summary>
    public Law Law { get; }

    /// <summary>Every event, in the order of recording.</summary>
    public IReadOnlyList<DocketEvent> History { get; }

    /// <summary>What is complained about, with corrections applied.</summary>
    public Grievance Grievance { get; }

    /// <summary>The proceedings, by number.</summary>
    public IReadOnlyList<Proceeding> Proceedings { get; }

    /// <summary>The documents, by number.</summary>
    public IReadOnlyList<DocumentAdded> Documents { get; }

    /// <summary>Whether it was taken back before it reached any forum.</summary>
    public bool IsWithdrawnBeforeFiling { get; }

    /// <summary>The events a correction may be about, as they are read now.</summary>
    public IReadOnlyList<DocketEvent> Correctable => [.. Corrections.Correctable(History)];

    /// <summary>The events that were struck out, each with the correction that says so.</summary>
    public IReadOnlyDictionary<int, int> Struck => Corrections.Struck(History);

    /// <summary>How many events there are: the version people see.</summary>
    public int Version => History.Count;

    /// <summary>When it was first written down.</summary>
    public Instant RecordedAt => History[0].RecordedAt;

    /// <summary>Who first wrote it down: a pseudonymous caller.</summary>
    public string RecordedBy => History[0].By;

    /// <summary>The proceeding that tells where the complaint stands: of the open ones the one opened last, else the one opened last.</summary>
    public Proceeding? Current => Proceedings
        .OrderBy(each => each.IsOpen)
        .ThenBy(each => each.ReceivedAt)
        .ThenBy(each => each.Number)
        .LastOrDefault();

    /// <summary>Where it stands.</summary>
    public Position Position => Current?.Position
        ?? Position.Draft with { Stage = IsWithdrawnBeforeFiling ? Stage.Withdrawn : Stage.Draft };

    /// <summary>Whether the current proceeding was filed in time; null before filing and where there is no date.</summary>
    public Timeliness? Timeliness => Current?.Filing?.Timeliness;

    /// <summary>Writes down a new complaint.</summary>
    public static Change Record(string id, Law law, Grievance grievance, Instant now, string by)
    {
        var recorded = new DocketEvent(1, now, now, by, null, new Recorded(grievance));
        return new Change(Fold.Of(law, [recorded]).ToComplaint(id, [recorded]), [recorded]);
    }

    /// <summary>Reads a complaint from its whole history, under the law it is pinned to last.</summary>
    /// <exception cref="InvalidOperationException">The history does not replay, or is pinned to another law: it is not what was once accepted.</exception>
    public static Complaint From(string id, Law law, IReadOnlyList<DocketEvent> history)
    {
        if (Repinned.PinOf(history) is var pin && pin != law.Rulebook.Version)
        {
            throw new InvalidOperationException($"{id} is pinned to {pin} and cannot be read under {law.Rulebook.Version}.");
        }

        var fold = Fold.Of(law, history);

        return fold.Clashes.Count == 0
            ? fold.ToComplaint(id, history)
            : throw new InvalidOperationException(
                $"Event {fold.Clashes[0].Event.Seq} of {id} does not replay: {fold.Clashes[0].Refusals[0].Code}.");
    }

    /// <summary>Takes a step that a person reports.</summary>
    /// <param name="step">What happened, and when.</param>
    /// <param name="now">The hour of recording.</param>
    /// <param name="by">Who records it.</param>
    public Result<Change> Take(Step step, Instant now, string by) => TakeStep.On(this, step, now, by);

    /// <summary>Keeps a fact beside the steps.</summary>
    public Result<Change> Note(FactKind kind, FactDetails details, int? proceeding, Instant at, Instant now, string by) =>
        at > now ? Refusals.InFuture(at, now)
        : details.Note is not null && IsErased ? Erasure.Done
        : Appending.To(this, [new DocketEvent(Version + 1, at, now, by, proceeding, new FactNoted(kind, details))], now, by);

    /// <summary>
    /// Judges the complaint under another rulebook version from now on: timers' steps whose moment moves are taken back and taken anew, and the
    /// filings judged again. Also the answer to what would be, as long as it is not saved.
    /// </summary>
    /// <param name="to">The law it is to be judged under.</param>
    /// <param name="why">The reason; null where the law's own difference says enough.</param>
    /// <param name="now">The hour of recording.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="differences">The places in which the laws differ, where they have been worked out already.</param>
    public Result<Repinning> Repin(Law to, string? why, Instant now, string by, IReadOnlyList<LawDifference>? differences = null) =>
        Docket.Repin.Of(this, to, differences ?? LawComparison.Between(Law.Rulebook, to.Rulebook), why, now, by);

    /// <summary>Takes every timer's step whose moment has come, in order. Null if there is none.</summary>
    public Change? TakeTimersSteps(Instant now) => TakeTimersSteps(now, each => each.NextTimersStep());

    /// <summary>What is final the moment it is decided, because no forum stands above: nobody has to wait for the clock to see it.</summary>
    internal Change? TakeLastWords(Instant now) => TakeTimersSteps(now, each => each.Proceedings
        .Select(proceeding => Timers.Next(Law, each.Grievance, proceeding))
        .FirstOrDefault(due => due is { Basis: Timers.LastWord }));

    private Change? TakeTimersSteps(Instant now, Func<Complaint, TimerMoment?> next)
    {
        Change? change = null;

        for (var complaint = this; next(complaint) is { } due && due.At <= now; complaint = change.Complaint)
        {
            var details = new StepDetails { Basis = due.Basis };
            var step = new DocketEvent(complaint.Version + 1, due.At, now, DocketEvent.Timer, due.Proceeding, new StepTaken(due.Step, details));
            IReadOnlyList<DocketEvent> history = [.. complaint.History, step];
            change = new Change(From(Id, Law, history), [.. change?.Events ?? [], step]);
        }

        return change;
    }

    /// <summary>The next moment at which time alone moves a proceeding.</summary>
    public TimerMoment? NextTimersStep() =>
        Proceedings.Select(each => Timers.Next(Law, Grievance, each)).OfType<TimerMoment>().OrderBy(each => each.At).FirstOrDefault();

    /// <summary>The moment at which a forum's time has passed, whether the timer has seen it yet or not; null if none is given or it is answered.</summary>
    public Instant? LimitPassedAt(int proceeding) =>
        Proceedings.FirstOrDefault(each => each.Number == proceeding) is { } awaited && (awaited.IsAwaited || awaited.Stage is Stage.Unanswered)
            ? Timers.MomentOf(Law, Grievance, awaited, ProceduralStep.LimitPassed)?.At
            : null;

    /// <summary>The steps that are open to people now, with the proceeding they belong to; null before filing.</summary>
    public IReadOnlyList<(ProceduralStep Step, int? Proceeding)> PermittedSteps(Instant now)
    {
        if (Proceedings.Count == 0)
        {
            return [.. ProceedingMachine.Open(Position, Facts.BeforeFiling(Law, Grievance, null)).Select(step => (step, (int?)null))];
        }

        var all = Proceedings.ToDictionary(each => each.Number);
        return
        [
            .. Proceedings.SelectMany(each => ProceedingMachine
                .Open(each.Position, Facts.Of(Law, Grievance, all, each, null, now))
                .Select(step => (step, (int?)each.Number))),
        ];
    }

    /// <summary>
    /// What should be known before an open step is taken: <c>arguable</c> for a silence that some reading still lets the forum break, <c>final</c>
    /// for a way that stays open although the decision is final; null for any other.
    /// </summary>
    public string? FlagOf(ProceduralStep step, int? proceeding) => Proceedings.FirstOrDefault(each => each.Number == proceeding)?.Stage switch
    {
        Stage.Final when step is not ProceduralStep.Correct => "final",
        not Stage.Unanswered when step is ProceduralStep.EscalateSilence => "arguable",
        _ => null,
    };

    /// <summary>When a decision becomes final by itself, or why not; null of a proceeding that is not decided.</summary>
    public Finality? FinalityOf(Proceeding proceeding) => Finality.Of(Law, Grievance, proceeding);

    /// <summary>Why a step is not open to people now, in this proceeding or in any; empty if it is.</summary>
    public IReadOnlyList<Refusal> WhyNotOpen(ProceduralStep step, int? proceeding, Instant now)
    {
        if (PermittedSteps(now).Any(each => each.Step == step && (proceeding is null || each.Proceeding == proceeding)))
        {
            return [];
        }

        var all = Proceedings.ToDictionary(each => each.Number);

        return (proceeding ?? Current?.Number) is not { } number
            ? ProceedingMachine.Take(step, Position, Facts.BeforeFiling(Law, Grievance, null)).Refusals
            : all.GetValueOrDefault(number) is { } asked
                ? ProceedingMachine.Take(step, asked.Position, Facts.Of(Law, Grievance, all, asked, null, now)).Refusals
                : [Refusals.NoSuchProceeding(number)];
    }

    /// <summary>What should be seen at once, for example a filing with the wrong forum while the right one's clock still runs.</summary>
    public IReadOnlyList<Warning> Warnings(Instant now) => [.. Docket.Warnings.Of(this, now)];

    /// <summary>The forum a document about it would go to: a competent one, where it lies undecided, or the one to which the decision can be challenged; null if that is not one.</summary>
    public Forum? Addressee => Current is not { } current ? Facts.Competent(Law, Grievance).FirstOrDefault()
        : current.Decision is null ? current.Forum
        : Clocks().Where(each => each is { Kind: ClockKind.Appeal, IsOurs: true }).Select(each => each.Forum).Distinct().ToArray() is [var only] ? only : null;

    /// <summary>The way it has gone and what can follow at an instant.</summary>
    public Way WayAt(Instant now) => Way.Of(this, now);

    /// <summary>Takes back what somebody recorded last, within the time that is given for it.</summary>
    public Result<Change> Undo(string by, Instant now) => Docket.Undo.Take(this, by, now);

    /// <summary>Every clock that runs whatever the hour: what is owed by whom until when.</summary>
    public IReadOnlyList<Clock> Clocks() => RunningClocks.Of(this);

    /// <summary>Every clock that runs at an instant, also those of a silence that is only argued so far.</summary>
    public IReadOnlyList<Clock> Clocks(Instant now) => [.. Clocks(), .. RunningClocks.Argued(this).Where(each => each.ArguedFrom <= now)];
}

/// <summary>A step as a person reports it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="Proceeding">The proceeding it belongs to; may be left out while exactly one could take it.</param>
/// <param name="Details">What the step brings with it.</param>
public sealed record Step(ProceduralStep Kind, Instant At, int? Proceeding, StepDetails Details);

/// <summary>What a verb leads to: the complaint as it is afterwards and the events that made it so.</summary>
public sealed record Change(Complaint Complaint, IReadOnlyList<DocketEvent> Events)
{
    /// <summary>Both changes as one, to be saved together; refused if the law does not allow the second.</summary>
    public Result<Change> Then(Func<Complaint, Result<Change>> verb)
    {
        var next = verb(Complaint);
        return next.IsAllowed(out var change) ? change with { Events = [.. Events, .. change.Events] } : next.Refusals;
    }
}
