using System.Reflection;
using Complaints.Shape.Tests.Samples;

namespace Complaints.Shape.Tests;

public sealed class FunctionTests
{
    [Fact]
    public void Functions_AsTheyAreBuilt_AreWhatTheHostAsks() => Expect.NoBreach(FunctionRules.BreachesOf(Assembly.Load("Complaints.Functions").GetTypes()));

    [Theory]
    [InlineData(typeof(GoodFunction))]
    [InlineData(typeof(TickFunction))]
    [InlineData(typeof(NumberFunction))]
    [InlineData(typeof(ElsewhereFunction))]
    public void Breaches_GoodFunction_None(Type type) => Assert.Empty(FunctionRules.BreachesOf([type]));

    [Theory]
    [InlineData(typeof(Outer.NestedFunction), "nested")]
    [InlineData(typeof(GenericFunction<>), "generic")]
    [InlineData(typeof(Misnamed), "does not end in Function")]
    [InlineData(typeof(TwoMethodsFunction), "one public method")]
    [InlineData(typeof(InternalMethodFunction), "not public")]
    [InlineData(typeof(VoidFunction), "never void")]
    [InlineData(typeof(WrongReturnFunction), "returns Task<String>")]
    [InlineData(typeof(KeyedFunction), "not Anonymous")]
    [InlineData(typeof(NoMethodFunction), "names no HTTP method")]
    [InlineData(typeof(NoRouteFunction), "has no route")]
    [InlineData(typeof(SlashFunction), "begins with a slash")]
    [InlineData(typeof(StrangeParameterFunction), "the parameter page")]
    [InlineData(typeof(NoTriggerFunction), "no trigger")]
    [InlineData(typeof(UnaskedFunction), "[Allow]")]
    [InlineData(typeof(AnyNumberFunction), "the parameter n")]
    [InlineData(typeof(PerhapsFunction), "returns null")]
    [InlineData(typeof(PerhapsAtOnceFunction), "returns null")]
    [InlineData(typeof(AccessorFunction), "IHttpContextAccessor")]
    [InlineData(typeof(BaseFunction), "abstract")]
    [InlineData(typeof(GenericMethodFunction), "generic method")]
    [InlineData(typeof(MalformedFunction), "is not a template")]
    [InlineData(typeof(BadNameFunction), "no function name")]
    [InlineData(typeof(FiveFieldsFunction), "no schedule")]
    public void Breaches_BrokenFunction_SaysWhy(Type type, string expected) =>
        Assert.Contains(FunctionRules.BreachesOf([type]), breach => breach.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Breaches_SameNameOrDoorTwice_NamesBoth()
    {
        var breaches = FunctionRules.BreachesOf([typeof(GoodFunction), typeof(SameNameFunction), typeof(SameDoorFunction)]).ToList();

        Assert.Contains("The name good is that of GoodFunction and SameNameFunction.", breaches, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("The method and route get good/{id} is that of GoodFunction and SameDoorFunction.", breaches);
        Assert.Equal(2, breaches.Count);
    }

    [Fact]
    public void Breaches_ParameterByAnotherName_IsTheSameDoor() => Assert.Equal(
        "The method and route get good/{id} is that of GoodFunction and OtherParameterNameFunction.",
        Assert.Single(FunctionRules.BreachesOf([typeof(GoodFunction), typeof(OtherParameterNameFunction)])));

    [Fact]
    public void Breaches_TwoThatMatchEverything_NamesBoth() => Assert.Equal(
        "The route {*path} is that of ElsewhereFunction and AlsoElsewhereFunction.",
        Assert.Single(FunctionRules.BreachesOf([typeof(ElsewhereFunction), typeof(AlsoElsewhereFunction)])));
}
