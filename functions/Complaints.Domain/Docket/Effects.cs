using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>What a permitted step does to the proceeding it is taken in. A crossing step leaves it as the crossing table says.</summary>
internal static class Effects
{
    public static Proceeding On(Proceeding before, StepTaken taken, DocketEvent each, Position to, Law law, Grievance grievance)
    {
        var details = taken.Details;

        return taken.Step switch
        {
            ProceduralStep.Appeal or ProceduralStep.Remit => before with { IsChallenged = true },
            ProceduralStep.EscalateSilence => before with { IsSilenceChallenged = true },
            ProceduralStep.Relodge => before,
            ProceduralStep.Forward => before with { Stage = Stage.Forwarded },
            ProceduralStep.SeizeCourt => Seized(before, each, law, grievance),
            ProceduralStep.Register => Reach(before, to, Stage.Registered) with { RegistrationNumber = details.RegistrationNumber },
            ProceduralStep.TreatAsApplication => Reach(before, to, Stage.Registered) with { IsTreatedAsApplication = true },
            ProceduralStep.Admit => Reach(before, to, Stage.Admitted),
            ProceduralStep.Resubmit => Reach(before, to) with { ReceivedAt = each.At, RecordedAt = each.RecordedAt, Suspended = null },
            ProceduralStep.Suspend => Stopped(before, each, law, grievance),
            ProceduralStep.Resume => Resumed(before, to, each),
            ProceduralStep.RequestCheck => before with { Check = details.AskedOf is { } asked ? new CheckRequest(each.At, each.RecordedAt, asked) : null },
            ProceduralStep.RecordCheck => before with { Check = null },
            ProceduralStep.Decide => before with { Stage = Stage.Decided, Check = null, Decision = Decided(details, each) },
            ProceduralStep.LimitPassed => before with { Stage = Stage.Unanswered, BeforeSilence = before.Stage },
            _ => Reach(before, to),
        };
    }

    /// <summary>Moves to the stage reached. Silence is only ended by an answer: while Unanswered the stage stays, and what is open moves on.</summary>
    private static Proceeding Reach(Proceeding before, Position to, Stage? behindSilence = null) => to.Stage is Stage.Unanswered
        ? before with { BeforeSilence = behindSilence ?? before.BeforeSilence }
        : before with { Stage = to.Stage!.Value };

    private static Proceeding Seized(Proceeding before, DocketEvent each, Law law, Grievance grievance) => law.Rulebook.Parallel.OnBoth switch
    {
        ParallelEffect.CommissionSuspends => Stopped(before, each, law, grievance),
        ParallelEffect.AdministrativeProceedingEnds => before with
        {
            Stage = Stage.Decided,
            Decision = new Decision { At = each.At, RecordedAt = each.RecordedAt, Outcome = Outcomes.SupersededByCourt },
        },
        _ => before,
    };

    /// <summary>The commission waits. Begun after the time has passed it stops no clock any more, whether the timer has seen that yet or not.</summary>
    private static Proceeding Stopped(Proceeding before, DocketEvent each, Law law, Grievance grievance) => before.Stage switch
    {
        Stage.Suspended => before,
        Stage.Unanswered => before with { BeforeSilence = Stage.Suspended },
        _ when Timers.MomentOf(law, grievance, before, ProceduralStep.LimitPassed)?.At <= each.At => before with { Stage = Stage.Suspended },
        _ => before with { Stage = Stage.Suspended, Suspended = new Suspension(Since(before, each.At), null) },
    };

    /// <summary>
    /// From when the clock stands still. A second pause is counted as one with the first: moved ahead by the days the first one took, it leaves the
    /// same days used.
    /// </summary>
    private static Instant Since(Proceeding before, Instant at)
    {
        if (before.Suspended is not { From: var from, Until: { } until })
        {
            return at;
        }

        var paused = Period.DaysBetween(from.InZone(before.Zone).Date, until.InZone(before.Zone).Date);
        return at.InZone(before.Zone).LocalDateTime.PlusDays(-paused).InZoneLeniently(before.Zone).ToInstant();
    }

    private static Proceeding Resumed(Proceeding before, Position to, DocketEvent each) =>
        Reach(before, to, Stage.Admitted) with { Suspended = Ended(before.Suspended, each) };

    private static Suspension? Ended(Suspension? since, DocketEvent each) =>
        since is { Until: null } ? since with { Until = each.At } : since;

    private static Decision Decided(StepDetails details, DocketEvent each) => new()
    {
        At = each.At,
        RecordedAt = each.RecordedAt,
        Outcome = details.Outcome!,
        Grounds = details.Grounds ?? [],
        ServedAt = details.ServedAt,
        InForceAt = details.InForceAt,
        Wording = details.Wording,
        DecidedBy = details.DecidedBy,
        Reasons = details.Reasons,
        RectificationOffered = details.RectificationOffered,
        Remedy = details.Remedy ?? [],
    };
}
