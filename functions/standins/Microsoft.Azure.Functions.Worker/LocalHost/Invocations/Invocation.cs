using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>One run of a function.</summary>
internal sealed class Invocation : FunctionContext
{
    private readonly Lazy<InvocationFeatures> _features = new(static () => new InvocationFeatures());
    private string? _id;
    private IServiceProvider? _services;
    private IDictionary<object, object>? _items;
    private CancellationToken _cancelled;

    private Invocation(IndexedFunction function, InvocationTrace trace)
    {
        Function = function;
        TraceContext = trace;
    }

    /// <summary>The function that runs.</summary>
    public IndexedFunction Function { get; }

    /// <summary>The request waiting for an answer; null unless an HTTP request set off the run.</summary>
    public HttpCall? Call { get; private init; }

    /// <summary>The request and response; null unless an HTTP request set off the run.</summary>
    public HttpContext? Http => Call?.Http;

    /// <summary>What the function is told about a run by the clock; null for HTTP.</summary>
    public TimerInfo? Timer { get; private init; }

    /// <summary>What the function returned.</summary>
    public InvocationResult Result { get; } = new Returned();

    public override string InvocationId => _id ??= Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext => new BoundValues(Http is null ? ReadOnlyDictionary<string, object?>.Empty : Http.Request.RouteValues);

    // The local host runs a function once and never again, so no attempt is counted.
    public override RetryContext RetryContext => null!;

    public override IServiceProvider InstanceServices
    {
        get => _services ?? throw new InvalidOperationException("The run has not begun.");
        set => _services = value;
    }

    public override FunctionDefinition FunctionDefinition => Function;

    public override IDictionary<object, object> Items
    {
        get => _items ??= new Dictionary<object, object>();
        set => _items = value;
    }

    public override IInvocationFeatures Features => _features.Value;

    public override CancellationToken CancellationToken => _cancelled;

    public static Invocation OfRequest(IndexedFunction function, HttpCall call, InvocationTrace trace, CancellationToken cancelled) =>
        new(function, trace) { Call = call, _cancelled = cancelled };

    public static Invocation OfTimer(IndexedFunction function, TimerInfo timer, CancellationToken cancelled) =>
        new(function, InvocationTrace.New()) { Timer = timer, _cancelled = cancelled };

    /// <summary>The run behind a context; throws <see cref="InvalidOperationException"/> for a context made elsewhere.</summary>
    public static Invocation Of(FunctionContext context) =>
        context as Invocation ?? throw new InvalidOperationException("The context is not one of a function that runs.");

    private sealed class Returned : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class BoundValues(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }
}
