using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The closed list of what each step and each fact brings with it.</summary>
public sealed class OwnFieldsTests
{
    public static TheoryData<ProceduralStep> Steps => [.. Enum.GetValues<ProceduralStep>()];

    public static TheoryData<FactKind> Facts => [.. Enum.GetValues<FactKind>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Of_EveryStep_NamesFieldsOfTheRecordAndNoneThatIsWorkedOut(ProceduralStep step)
    {
        var own = OwnFields.Of(step);
        Assert.Equal(step.IsTimers(), own.Count == 0);
        Assert.Subset(EventJson.FieldsOf(new StepTaken(step, new StepDetails())).ToHashSet(), own.ToHashSet());
        Assert.DoesNotContain(own, each => each is "opens" or "filing" or "basis" or "old");
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Of_EveryFact_NamesFieldsOfTheRecord(FactKind fact) =>
        Assert.Subset(EventJson.FieldsOf(new FactNoted(fact, new FactDetails())).ToHashSet(), OwnFields.Of(fact).ToHashSet());

    [Fact]
    public void Of_AllStepsTogether_LeaveNoFieldWithoutAStep() =>
        Assert.Equal(
            ["basis", "filing", "old", "opens"],
            EventJson.FieldsOf(new StepTaken(ProceduralStep.Lodge, new StepDetails())).Except(Enum.GetValues<ProceduralStep>().SelectMany(OwnFields.Of)).Order());

    [Fact]
    public void Refuse_ALodgingWithWhatADecisionHas_NamesEachField()
    {
        var lodged = new StepTaken(ProceduralStep.Lodge, new StepDetails { Forum = "TEC", Outcome = "upheld", Grounds = [] });
        Assert.Equal([("step.field-not-its-own", "grounds"), ("step.field-not-its-own", "outcome")], OwnFields.Refuse(lodged).Select(each => (each.Code, each.Field!)).Order());
    }

    [Fact]
    public void Refuse_AServiceWithAnAddress_NamesIt()
    {
        var served = new FactNoted(FactKind.Service, new FactDetails { Url = "https://sud.example/1", Source = "court_record" });
        Assert.Equal(("fact.field-not-its-own", "url"), OwnFields.Refuse(served).Select(each => (each.Code, each.Field!)).Single());
    }
}
