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

internal sealed class HttpRequest;

internal sealed class TimerInfo;

internal interface IResult;

internal sealed class GoodFunction
{
    [Function("Good")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "good/{id}")] HttpRequest http, string id, CancellationToken stop) => Task.FromResult<IResult>(null!);
}

internal sealed class SameNameFunction
{
    [Function("good")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "other")] HttpRequest http) => Task.FromResult<IResult>(null!);
}

internal sealed class SameDoorFunction
{
    [Function("SameDoor")]
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
        [Function("Nested")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nested")] HttpRequest http) => null!;
    }
}

internal sealed class GenericFunction<T>
{
    [Function("Generic")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "generic")] HttpRequest http) => null!;
}

internal sealed class Misnamed
{
    [Function("Misnamed")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "misnamed")] HttpRequest http) => null!;
}

internal sealed class TwoMethodsFunction
{
    [Function("TwoMethods")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "two")] HttpRequest http) => null!;

    public int Other() => 2;
}

internal sealed class InternalMethodFunction
{
    [Function("InternalMethod")]
    internal IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "internal")] HttpRequest http) => null!;
}

internal sealed class VoidFunction
{
    [Function("Void")]
    public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => Console.WriteLine(timer);
}

internal sealed class WrongReturnFunction
{
    [Function("WrongReturn")]
    public Task<string> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wrong")] HttpRequest http) => Task.FromResult("");
}

internal sealed class KeyedFunction
{
    [Function("Keyed")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest http) => null!;
}

internal sealed class NoMethodFunction
{
    [Function("NoMethod")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "every")] HttpRequest http) => null!;
}

internal sealed class NoRouteFunction
{
    [Function("NoRoute")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest http) => null!;
}

internal sealed class SlashFunction
{
    [Function("Slash")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/slash")] HttpRequest http) => null!;
}

internal sealed class StrangeParameterFunction
{
    [Function("StrangeParameter")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "strange/{id}")] HttpRequest http, string id, int page) => null!;
}

internal sealed class NoTriggerFunction
{
    [Function("NoTrigger")]
    public IResult Run(HttpRequest http) => null!;
}
