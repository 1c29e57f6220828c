using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>An event that does not fit where its date puts it.</summary>
internal sealed record Clash(DocketEvent Event, IReadOnlyList<Refusal> Refusals);

/// <summary>Replays a history in the order in which things happened, not in which they became known.</summary>
internal sealed class Fold
{
    private const string Complainant = "complainant";

    private readonly Law law;
    private readonly SortedDictionary<int, Proceeding> proceedings = [];
    private readonly List<DocumentAdded> documents = [];
    private readonly List<Clash> clashes = [];
    private readonly IReadOnlyList<DocketEvent> live;
    private readonly IReadOnlyDictionary<int, DocketEvent> mended;
    private readonly int judgedAnewBelow;
    private bool isWithdrawn;

    private Fold(Law law, IReadOnlyList<DocketEvent> live, IReadOnlyDictionary<int, DocketEvent> mended, int judgedAnewBelow)
    {
        this.law = law;
        this.judgedAnewBelow = judgedAnewBelow;
        this.live = live;
        this.mended = mended;
        Grievance = ((Recorded)live[0].What).Grievance;
    }

    public Grievance Grievance { get; private set; }

    public IReadOnlyCollection<Proceeding> Proceedings => proceedings.Values;

    public IReadOnlyList<Clash> Clashes => clashes;

    public Proceeding? Find(int number) => proceedings.GetValueOrDefault(number);

    /// <summary>Replays up to an instant; judges every filing again, or only those recorded before the last pin.</summary>
    public static Fold Of(Law law, IReadOnlyList<DocketEvent> history, Instant? until = null, bool isJudgedAnew = false)
    {
        var (live, mended) = Corrections.Apply(history);
        var pinned = history.LastOrDefault(each => each.What is Repinned)?.Seq ?? 0;
        var fold = new Fold(law, live, mended, isJudgedAnew ? int.MaxValue : pinned);

        foreach (var each in live.Skip(1).Where(each => until is null || each.At <= until).OrderBy(each => each.At).ThenBy(each => each.Seq))
        {
            fold.Add(each);
        }

        return fold;
    }

    public Complaint ToComplaint(string id, IReadOnlyList<DocketEvent> history) =>
        new(id, law, history, Grievance, [.. proceedings.Values], documents, isWithdrawn);

    /// <summary>Why a step is not open where this fold ends; empty if it is.</summary>
    public IReadOnlyList<Refusal> Refuse(int? number, StepTaken taken, Instant at) =>
        taken.Step is ProceduralStep.Correct || (number is { } named && !proceedings.ContainsKey(named)) || (number is null && proceedings.Count > 0)
            ? []
            : [.. Move(number, taken, at).Refusals, .. Pending(taken), .. Opening.BeforeAct(Grievance, taken, at)];

    private Result<Position> Move(int? number, StepTaken taken, Instant at) => number is { } named
        ? ProceedingMachine.Take(
            taken.Step, proceedings[named].Position, Facts.Of(law, Grievance, proceedings, proceedings[named], taken, at))
        : ProceedingMachine.Take(
            taken.Step,
            Position.Draft with { Stage = isWithdrawn ? Stage.Withdrawn : Stage.Draft },
            Facts.BeforeFiling(law, Grievance, taken));

    /// <summary>One party has one proceeding at a time before one forum; the body that lost below and the prosecutor may come there beside it.</summary>
    private IEnumerable<Refusal> Pending(StepTaken taken) => taken.Step.Crosses()
        ? proceedings.Values
            .Where(each => each.IsOpen && each.Forum.Id == taken.Details.Forum && each.ForumName == taken.Details.ForumName
                && (each.By ?? Complainant) == (taken.Details.By ?? Complainant))
            .Take(1)
            .Select(each => Refusals.HasItAlready(each))
        : [];

    private void Add(DocketEvent each)
    {
        var refusals = each.What switch
        {
            StepTaken taken => Step(each, taken),
            FactNoted noted => Note(each, noted),
            DocumentAdded document => Keep(document),
            DocumentScanned scanned => scanned.Judge(documents),
            _ => [],
        };

        if (refusals.Count > 0)
        {
            clashes.Add(new Clash(each, refusals));
        }
    }

    private IReadOnlyList<Refusal> Keep(DocumentAdded document)
    {
        documents.Add(document);
        return [];
    }

    private IReadOnlyList<Refusal> Step(DocketEvent each, StepTaken taken)
    {
        if (taken.Step is ProceduralStep.Correct)
        {
            return [];
        }

        if (each.Proceeding is not { } number)
        {
            return BeforeFiling(each, taken);
        }

        if (!proceedings.TryGetValue(number, out var from))
        {
            return [Refusals.BeforeReceipt(taken.Step, number)];
        }

        if (each.IsTimers && Timers.MomentOf(law, Grievance, from, taken.Step)?.At != each.At)
        {
            return [Refusals.TimerNoLongerHolds];
        }

        var moved = Move(number, taken, each.At);

        if (!moved.IsAllowed(out var to))
        {
            return moved.Refusals;
        }

        if (Pending(taken).Concat(Opening.BeforeAct(Grievance, taken, each.At)).ToArray() is { Length: > 0 } refused)
        {
            return refused;
        }

        var after = Effects.On(from, taken, each, to, law, Grievance);
        proceedings[number] = taken.Step is ProceduralStep.Decide ? Judged(from, after) : after;

        if (taken.Step.Crosses())
        {
            Open(each, taken, from);
        }

        return [];
    }

    /// <summary>
    /// A decision with the verdict on its own timeliness. When it was served and published is read ahead: the time to appeal hangs on it, also
    /// where that lies after the time seemed over.
    /// </summary>
    private Proceeding Judged(Proceeding awaited, Proceeding decided) => decided with
    {
        Decision = decided.Decision! with
        {
            Timeliness = Clocks.ToDecide(law, Grievance, awaited)?.Judge(decided.Decision.At),
            ServedAt = Noted(decided, FactKind.Service) ?? decided.Decision.ServedAt,
            PublishedAt = Noted(decided, FactKind.Publication),
        },
    };

    private Instant? Noted(Proceeding about, FactKind fact) => live
        .Where(each => each.Proceeding == about.Number && each.At >= about.Decision!.At && each.What is FactNoted { Fact: var noted } && noted == fact)
        .Select(each => (Instant?)each.At)
        .LastOrDefault();

    private IReadOnlyList<Refusal> BeforeFiling(DocketEvent each, StepTaken taken)
    {
        if (proceedings.Count > 0)
        {
            return [new Refusal("step.already-filed", "The complaint has been filed; name the proceeding this step belongs to.", Field: "proceeding")];
        }

        var moved = Move(null, taken, each.At);

        if (!moved.IsAllowed(out _))
        {
            return moved.Refusals;
        }

        if (Opening.BeforeAct(Grievance, taken, each.At).ToArray() is { Length: > 0 } refused)
        {
            return refused;
        }

        isWithdrawn |= taken.Step is ProceduralStep.Withdraw;

        if (taken.Step is ProceduralStep.Lodge)
        {
            Open(each, taken, null);
        }

        return [];
    }

    private void Open(DocketEvent each, StepTaken taken, Proceeding? from)
    {
        var opened = Opening.By(law, Grievance, each, taken, from, proceedings);

        if (each.Seq < judgedAnewBelow || mended.ContainsKey(1) || mended.ContainsKey(each.Seq) || (from is not null && IsMended(from.Number)))
        {
            opened = opened with { Filing = Opening.Judge(law, Grievance, taken.Step, opened, from) };
        }

        proceedings[opened.Number] = opened;
    }

    /// <summary>Whether an event was corrected, or struck out, on which the dates of this proceeding hang.</summary>
    private bool IsMended(int number) => mended.Values.Any(each =>
        each.Proceeding == number || (each.What is StepTaken { Details.Opens: var opened } && opened == number));

    private IReadOnlyList<Refusal> Note(DocketEvent each, FactNoted noted)
    {
        if (each.Proceeding is not { } number)
        {
            // Of the complaint as a whole only the publication of the act bears on a date (AMB-01).
            Grievance = noted.Fact is FactKind.Publication ? Grievance with { PublishedAt = Grievance.PublishedAt ?? each.At } : Grievance;
            return [];
        }

        if (!proceedings.TryGetValue(number, out var about))
        {
            return [Refusals.NoSuchProceeding(number)];
        }

        if (about.Decision is not { } decision)
        {
            return noted.Fact is FactKind.Service or FactKind.InForce or FactKind.RemedyCarriedOut or FactKind.Assessment
                ? [new Refusal("fact.no-decision", $"Proceeding {number} has no decision at that date, so this cannot be known of it.", Field: "at")]
                : [];
        }

        proceedings[number] = about with
        {
            Decision = noted.Fact switch
            {
                FactKind.InForce => decision with { InForceAt = each.At },
                FactKind.RemedyCarriedOut => decision with { RemedyCarriedOutAt = each.At },
                _ => decision,
            },
        };
        return [];
    }
}
