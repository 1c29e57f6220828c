using Complaints.Domain.Rulebooks;
using Stateless;
using Stateless.Reflection;
using static Complaints.Domain.Lifecycle.ProceduralStep;

namespace Complaints.Domain.Lifecycle;

/// <summary>The steps that are open at one position: guards and permits, no actions. Guard descriptions are refusal codes.</summary>
internal sealed class StageMap(StateMachine<Position, ProceduralStep> machine, Position from, LifecycleFacts facts)
{
    private readonly StateMachine<Position, ProceduralStep>.StateConfiguration state =
        machine.Configure(from).SubstateOf(Position.Of(from.Instance));

    public void Configure()
    {
        if (from.Stage is not { } stage)
        {
            return;
        }

        Stay(Correct);
        At(stage is Stage.Unanswered ? facts.BeforeSilence : stage);
    }

    private void At(Stage stage)
    {
        switch (stage)
        {
            case Stage.Draft:
                Cross(Lodge, facts.Routes.First, "lodge.no-forum");
                Go(Withdraw, Stage.Withdrawn);
                break;
            case Stage.Lodged:
                Go(Register, Stage.Registered);
                Go(TreatAsApplication, Stage.Registered, (!facts.IsApplication, "application.is-one-already"));
                Forwardable();
                Awaited();
                break;
            case Stage.Registered:
                Go(TreatAsApplication, Stage.Registered, (!facts.IsApplication, "application.is-one-already"));
                Go(Return, Stage.Returned, (facts.MayBeRectified, "return.not-in-law"));
                Go(Admit, Stage.Admitted);
                Forwardable();
                Awaited();
                break;
            case Stage.Admitted:
                Stay(RequestCheck);
                Stay(RecordCheck);
                Awaited();
                break;
            case Stage.Returned:
                Go(Resubmit, Stage.Lodged);
                Go(Decide, Stage.Decided);
                Undecided();
                break;
            case Stage.Suspended:
                Go(Resume, Stage.Admitted);
                Go(Decide, Stage.Decided, (facts.IsSuperseded is not false, "decide.while-suspended"));
                Undecided();
                Elsewhere();
                break;
            case Stage.Decided:
                Challengeable();
                Go(BecomeFinal, Stage.Final, (!facts.IsChallenged, "final.challenged"));
                Go(RecordFinal, Stage.Final, (!facts.IsChallenged, "final.challenged"));
                break;
            case Stage.Final:
                Challengeable();
                break;
        }
    }

    /// <summary>The forum owes an answer. A court stops a commission at any of these stages, entered in its book or not (note 53).</summary>
    private void Awaited()
    {
        Go(Decide, Stage.Decided);
        Go(Suspend, Stage.Suspended, (facts.IsBeforeCommission, "suspend.not-a-commission"));
        Undecided();
        Elsewhere();
    }

    private void Undecided()
    {
        Go(Withdraw, Stage.Withdrawn);
        Go(Close, Stage.Closed, (!facts.IsLimitRunning, "close.limit-running"));
        Restorable();
        Cross(Relodge, facts.Routes.Right, "relodge.no-forum", (facts.IsMisdirected, "relodge.forum-is-competent"));
    }

    /// <summary>Silence, and the ways to another forum while this one has it. A pause gives a moment only where the law or a reading knows none.</summary>
    private void Elsewhere()
    {
        if (from.Stage is not Stage.Unanswered)
        {
            Go(LimitPassed, Stage.Unanswered);
        }

        Cross(EscalateSilence, facts.Routes.Higher, "silence.no-next-forum", (facts.IsSilent, "silence.limit-running"));
        Cross(SeizeCourt, facts.Routes.Courts, "seize-court.no-court", (facts.IsBeforeCommission, "seize-court.not-a-commission"));
    }

    private void Forwardable() => Cross(
        Forward,
        facts.Routes.Right,
        "forward.no-receiver",
        (facts.KnowsForwarding, "forward.not-in-law"),
        (facts.IsMisdirected, "forward.forum-is-competent"));

    /// <summary>Open from finality too: a limit to appeal has been missed exactly when the decision is final.</summary>
    private void Restorable() => Stay(RequestRestoration, (!facts.ForbidsRestoration, "restoration.not-in-law"));

    private void Challengeable()
    {
        Cross(Appeal, facts.Routes.Higher, "appeal.no-higher-forum");
        Cross(Relodge, facts.Routes.Right, "relodge.no-forum", (facts.IsDismissedOnForm, "relodge.not-dismissed-on-form"));
        Cross(Remit, facts.Routes.Lower, "remit.nothing-below");
        Restorable();
    }

    /// <summary>A step inside the forum. While Unanswered, what does not end the proceeding leaves it so: only an answer ends silence.</summary>
    private void Go(ProceduralStep step, Stage to, params ReadOnlySpan<(bool Holds, string Code)> guards)
    {
        var keepsSilence = from.Stage is Stage.Unanswered && to is (Stage.Lodged or Stage.Registered or Stage.Admitted or Stage.Suspended);

        if (keepsSilence || to == from.Stage)
        {
            Stay(step, guards);
        }
        else
        {
            state.PermitIf(step, new Position(from.Instance, to), Guards(guards));
        }
    }

    private void Stay(ProceduralStep step, params ReadOnlySpan<(bool Holds, string Code)> guards) =>
        state.PermitReentryIf(step, Guards(guards));

    /// <summary>A step that opens a proceeding before another forum.</summary>
    private void Cross(
        ProceduralStep step, IReadOnlyList<Forum>? targets, string whenNone, params ReadOnlySpan<(bool Holds, string Code)> guards)
    {
        var known = targets ?? [];
        var open = facts.Named ?? (known.Count > 0 ? known[0] : null);
        var destinations = new DynamicStateInfos();

        foreach (var forum in known)
        {
            destinations.Add(Routes.Opening(step, forum), forum.Id);
        }

        state.PermitDynamicIf(
            step,
            () => Routes.Opening(step, open!),
            destinations,
            Guards([
                (known.Count > 0, targets is null ? "route.unknown" : whenNone),
                (known.Count == 0 || open is null || known.Contains(open), "forum.not-reachable"),
                .. guards]));
    }

    private static Tuple<Func<bool>, string>[] Guards(ReadOnlySpan<(bool Holds, string Code)> guards)
    {
        var tuples = new Tuple<Func<bool>, string>[guards.Length];

        for (var at = 0; at < guards.Length; at++)
        {
            var holds = guards[at].Holds;
            tuples[at] = Tuple.Create<Func<bool>, string>(() => holds, guards[at].Code);
        }

        return tuples;
    }
}
