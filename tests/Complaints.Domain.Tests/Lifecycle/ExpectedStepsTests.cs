using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Lifecycle;

/// <summary>Every position and step of the machine against the table written by hand, with every guard open and with each one shut.</summary>
public sealed class ExpectedStepsTests
{
    private static readonly LifecycleFacts Open = new()
    {
        Routes = new Routes(Forums("TEC"), Forums("CEC"), Forums("SC"), Forums("DC"), Forums("PEC")),
        IsBeforeCommission = true,
        MayBeRectified = true,
        KnowsForwarding = true,
        IsSilent = true,
        IsMisdirected = true,
        IsDismissedOnForm = true,
        IsSuperseded = true,
    };

    /// <summary>One fact against the complainant at a time, and the guards it shuts.</summary>
    private static readonly (string Letters, LifecycleFacts Facts)[] Shut =
    [
        ("l", Open with { Routes = Open.Routes with { First = [] } }),
        ("a", Open with { IsApplication = true }),
        ("r", Open with { MayBeRectified = false }),
        ("ck", Open with { IsBeforeCommission = false }),
        ("d", Open with { IsSuperseded = false }),
        ("w", Open with { KnowsForwarding = false }),
        ("xm", Open with { IsMisdirected = false }),
        ("vq", Open with { Routes = Open.Routes with { Right = [] } }),
        ("o", Open with { IsLimitRunning = true }),
        ("u", Open with { Routes = Open.Routes with { Higher = null } }),
        ("hn", Open with { Routes = Open.Routes with { Higher = [] } }),
        ("s", Open with { IsSilent = false }),
        ("f", Open with { IsDismissedOnForm = false }),
        ("b", Open with { Routes = Open.Routes with { Courts = [] } }),
        ("t", Open with { Routes = Open.Routes with { Lower = [] } }),
        ("e", Open with { ForbidsRestoration = true }),
        ("g", Open with { IsChallenged = true }),
    ];

    /// <summary>Everything against the complainant at once: every guard of a step is named, not the first one.</summary>
    private static readonly LifecycleFacts AllShut = new()
    {
        Routes = new Routes([], null, [], [], []),
        IsApplication = true,
        ForbidsRestoration = true,
        IsLimitRunning = true,
        IsChallenged = true,
        IsSuperseded = false,
    };

    public static TheoryData<Instance> Instances => [.. Enum.GetValues<Instance>()];

    [Theory]
    [MemberData(nameof(Instances))]
    public void Take_EveryStageAndStep_AnswersAsTheTableSays(Instance instance) =>
        AssertSame(
            from at in Standings(instance)
            from step in Enum.GetValues<ProceduralStep>()
            let cell = ExpectedSteps.Of(step, at)
            select ($"{instance}/{at} {step}", Answer(cell, instance, step), Ask(step, instance, at, Open)));

    [Theory]
    [MemberData(nameof(Instances))]
    public void Take_OneFactAgainstIt_RefusesByItsGuardsAlone(Instance instance) =>
        AssertSame(
            from at in Standings(instance)
            from step in Enum.GetValues<ProceduralStep>()
            from shut in Shut
            let cell = ExpectedSteps.Of(step, at)
            let codes = cell.Guards.Where(shut.Letters.Contains).Select(letter => ExpectedSteps.Codes[letter]).ToArray()
            let expected = codes.Length == 0 ? Answer(cell, instance, step) : string.Join(' ', codes)
            select ($"{instance}/{at} {step} without {shut.Letters}", expected, Ask(step, instance, at, shut.Facts)));

    [Theory]
    [MemberData(nameof(Instances))]
    public void Take_EveryFactAgainstIt_NamesEveryGuard(Instance instance) =>
        AssertSame(
            from at in Standings(instance)
            from step in Enum.GetValues<ProceduralStep>()
            let cell = ExpectedSteps.Of(step, at)
            where cell.Guards.Count > 0
            let codes = cell.Guards.Where(letter => letter is not ("h" or "n") || !cell.Guards.Contains("u")).Select(letter => ExpectedSteps.Codes[letter])
            let said = Ask(step, instance, at, AllShut)
            select ($"{instance}/{at} {step}", Sorted(string.Join(' ', codes)), Sorted(said)));

    [Theory]
    [MemberData(nameof(Instances))]
    public void Open_EveryStage_OffersWhatPeopleMayTake(Instance instance) =>
        AssertSame(
            from at in Standings(instance)
            let expected = Enum.GetValues<ProceduralStep>().Where(step => !step.IsTimers() && ExpectedSteps.Of(step, at).To is not null)
            select ($"{instance}/{at}", string.Join(' ', expected), string.Join(' ', ProceedingMachine.Open(new Position(instance, at.Stage), Facts(Open, at)))));

    [Fact]
    public void Take_CrossingToAForumNoWayLeadsTo_IsRefused() =>
        AssertSame(
            from at in Standings(Instance.Commission).Concat(Standings(Instance.Filing))
            from step in Enum.GetValues<ProceduralStep>()
            where ExpectedSteps.Of(step, at) is { Opens: true }
            let instance = at.Stage is Stage.Draft ? Instance.Filing : Instance.Commission
            select ($"{at} {step}", "forum.not-reachable", Ask(step, instance, at, Open with { Named = Forums("CC")[0] })));

    [Fact]
    public void Take_NotOpen_SaysWhatIsOpenInstead()
    {
        var refused = ProceedingMachine.Take(ProceduralStep.Appeal, new Position(Instance.Commission, Stage.Suspended), Open);
        Assert.Equal("step.not-open", Assert.Single(refused.Refusals).Code);
        Assert.Contains("Resume", refused.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_EveryStepAndGuard_IsListedOnce()
    {
        Assert.Equal(Enum.GetValues<Stage>().Order(), ExpectedSteps.Standings.Select(each => each.Stage).Distinct().Order());
        Assert.Equal(ExpectedSteps.Codes.Keys.Order(), Shut.SelectMany(each => each.Letters).Select(letter => letter.ToString()).Order());
    }

    /// <summary>Filing knows a complaint that is written down or taken back; every other instance every other stage.</summary>
    private static IEnumerable<Standing> Standings(Instance instance) => ExpectedSteps.Standings
        .Where(each => instance is Instance.Filing ? each.Stage is Stage.Draft or Stage.Withdrawn : each.Stage is not Stage.Draft);

    private static string Answer(ExpectedStep cell, Instance instance, ProceduralStep step) => cell switch
    {
        { To: null } => "step.not-open",
        { Opens: true, To: { } stage } => Routes.Opening(step, Open.Routes.To(step)[0]) is var opening && opening.Stage == stage
            ? opening.ToString()
            : $"an opening at {stage}",
        { To: { } stage } => new Position(instance, stage).ToString(),
    };

    private static string Ask(ProceduralStep step, Instance instance, Standing at, LifecycleFacts facts)
    {
        var taken = ProceedingMachine.Take(step, new Position(instance, at.Stage), Facts(facts, at));
        return taken.IsAllowed(out var to) ? to.ToString() : string.Join(' ', taken.Refusals.Select(each => each.Code));
    }

    private static LifecycleFacts Facts(LifecycleFacts facts, Standing at) => facts with { BeforeSilence = at.BeforeSilence };

    private static Forum[] Forums(string id) => [ShippedLaw.Rulebooks["KZ-2020"].FindForum(id)!];

    private static string Sorted(string codes) => string.Join(' ', codes.Split(' ').Order(StringComparer.Ordinal));

    private static void AssertSame(IEnumerable<(string Where, string Expected, string Said)> answers)
    {
        var all = answers.ToArray();
        Assert.NotEmpty(all);
        var differences = all.Where(each => each.Expected != each.Said).Select(each => $"{each.Where}: table {each.Expected}, machine {each.Said}");
        Assert.True(!differences.Any(), string.Join('\n', differences));
    }
}
