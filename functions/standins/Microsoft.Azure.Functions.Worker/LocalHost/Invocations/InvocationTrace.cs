using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>A run's place in a trace: the server's own activity, else the caller's header, else a trace of its own.</summary>
internal sealed class InvocationTrace(string? parent, string? state) : TraceContext
{
    private string? _parent = parent;

    public override string TraceParent => _parent ??= $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00";

    public override string TraceState => state ?? "";

    public static InvocationTrace New() => new(parent: null, state: null);

    public static InvocationTrace Of(HttpRequest request) => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? new InvocationTrace(activity.Id, activity.TraceStateString)
        : new InvocationTrace(HeaderOf(request, "traceparent"), HeaderOf(request, "tracestate"));

    private static string? HeaderOf(HttpRequest request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;
}
