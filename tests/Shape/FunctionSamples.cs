// Functions as they should be, and one for each way to be wrong. The attributes bear the official names: the rules tell them by name.
namespace Complaints.Shape.Tests.Samples;

#pragma warning disable CA1822, CA1812, IDE0060 // samples: nobody calls them

internal enum AuthorizationLevel { Anonymous, Function }

[AttributeUsage(AttributeTargets.Method)]
internal sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class HttpTriggerAttribute(AuthorizationLevel level, params string[] methods) : Attribute
{
    public AuthorizationLevel Level { get; } = level;

    public string[] Methods { get; } = methods;

    public string? Route { get; set; }
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule { get; } = schedule;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowAttribute : Attribute;

internal interface IHttpContextAccessor;

internal sealed class HttpRequest;

internal sealed class TimerInfo;

internal interface IResult;

internal sealed class GoodFunction
{
    [Function("Good"), Allow]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "good/{id}")] HttpRequest http, string id, CancellationToken stop) => Task.FromResult<IResult>(null!);
}

internal sealed class SameNameFunction
{
    [Function("good"), Allow]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "other")] HttpRequest http) => Task.FromResult<IResult>(null!);
}

internal sealed class SameDoorFunction
{
    [Function("SameDoor"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", "get", Route = "good/{id}")] HttpRequest http) => null!;
}

internal sealed class TickFunction
{
    [Function("Tick")]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken stop) => Task.CompletedTask;
}

internal sealed class Outer
{
    internal sealed class NestedFunction
    {
        [Function("Nested"), Allow]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nested")] HttpRequest http) => null!;
    }
}

internal sealed class GenericFunction<T>
{
    [Function("Generic"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "generic")] HttpRequest http) => null!;
}

internal sealed class Misnamed
{
    [Function("Misnamed"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "misnamed")] HttpRequest http) => null!;
}

internal sealed class TwoMethodsFunction
{
    [Function("TwoMethods"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "two")] HttpRequest http) => null!;

    public int Other() => 2;
}

internal sealed class InternalMethodFunction
{
    [Function("InternalMethod"), Allow]
    internal IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "internal")] HttpRequest http) => null!;
}

internal sealed class VoidFunction
{
    [Function("Void")]
    public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => Console.WriteLine(timer);
}

internal sealed class WrongReturnFunction
{
    [Function("WrongReturn"), Allow]
    public Task<string> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wrong")] HttpRequest http) => Task.FromResult("");
}

internal sealed class KeyedFunction
{
    [Function("Keyed"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest http) => null!;
}

internal sealed class NoMethodFunction
{
    [Function("NoMethod"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "every")] HttpRequest http) => null!;
}

internal sealed class NoRouteFunction
{
    [Function("NoRoute"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest http) => null!;
}

internal sealed class SlashFunction
{
    [Function("Slash"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/slash")] HttpRequest http) => null!;
}

internal sealed class StrangeParameterFunction
{
    [Function("StrangeParameter"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "strange/{id}")] HttpRequest http, string id, int page) => null!;
}

internal sealed class NoTriggerFunction
{
    [Function("NoTrigger")]
    public IResult Run(HttpRequest http) => null!;
}

internal sealed class UnaskedFunction
{
    [Function("Unasked")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unasked")] HttpRequest http) => null!;
}

internal sealed class OtherParameterNameFunction
{
    [Function("OtherParameterName"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Good/{other}")] HttpRequest http) => null!;
}

internal sealed class NumberFunction
{
    [Function("Number"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{n:int}")] HttpRequest http, int n) => null!;
}

internal sealed class AnyNumberFunction
{
    [Function("AnyNumber"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{n}")] HttpRequest http, int n) => null!;
}

internal sealed class ElsewhereFunction
{
    [Function("Elsewhere"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest http) => null!;
}

internal sealed class AlsoElsewhereFunction
{
    [Function("AlsoElsewhere"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "{*path}")] HttpRequest http) => null!;
}

internal sealed class PerhapsFunction
{
    [Function("Perhaps"), Allow]
    public Task<IResult?> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "perhaps")] HttpRequest http) => Task.FromResult<IResult?>(null);
}

internal sealed class PerhapsAtOnceFunction
{
    [Function("PerhapsAtOnce"), Allow]
    public IResult? Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "perhaps")] HttpRequest http) => null;
}

internal sealed class AccessorFunction(IHttpContextAccessor accessor)
{
    [Function("Accessor"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "accessor")] HttpRequest http) => (IResult)accessor;
}

internal abstract class BaseFunction
{
    [Function("Base"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "base")] HttpRequest http) => null!;
}

internal sealed class GenericMethodFunction
{
    [Function("GenericMethod"), Allow]
    public IResult Run<T>([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "generic-method")] HttpRequest http) => null!;
}

internal sealed class MalformedFunction
{
    [Function("Malformed"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "malformed/{id")] HttpRequest http) => null!;
}

internal sealed class BadNameFunction
{
    [Function("Bad name"), Allow]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bad-name")] HttpRequest http) => null!;
}

internal sealed class FiveFieldsFunction
{
    [Function("FiveFields")]
    public Task RunAsync([TimerTrigger("* * * * *")] TimerInfo timer) => Task.CompletedTask;
}
