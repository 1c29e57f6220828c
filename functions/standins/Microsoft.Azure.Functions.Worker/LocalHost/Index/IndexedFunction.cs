using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>One function of the program and how it is called.</summary>
internal sealed class IndexedFunction : FunctionDefinition
{
    private readonly Lazy<FunctionCall> _call;
    private readonly Lazy<string> _id;

    public IndexedFunction(string name, MethodInfo method)
    {
        var parameters = method.GetParameters();
        var trigger = parameters.Single(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute), inherit: false));

        Name = name;
        Http = trigger.GetCustomAttribute<HttpTriggerAttribute>();
        Timer = trigger.GetCustomAttribute<TimerTriggerAttribute>();
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        PathToAssembly = method.DeclaringType.Assembly.Location;
        Parameters = [.. parameters.Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];
        InputBindings = Binding(trigger.Name!, Http is null ? "timerTrigger" : "httpTrigger", BindingDirection.In);
        OutputBindings = Http is null ? ImmutableDictionary<string, BindingMetadata>.Empty : Binding("$return", "http", BindingDirection.Out);

        _call = new Lazy<FunctionCall>(() => FunctionCall.To(name, method));
        _id = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {EntryPoint}")))[..32]);
    }

    /// <summary>The trigger, if it is an HTTP request.</summary>
    public HttpTriggerAttribute? Http { get; }

    /// <summary>The trigger, if it is the clock.</summary>
    public TimerTriggerAttribute? Timer { get; }

    /// <summary>Calls the method; made ready at the first call, so that starting does not wait for it.</summary>
    public FunctionCall Call => _call.Value;

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    public override string Id => _id.Value;

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }

    private static ImmutableDictionary<string, BindingMetadata> Binding(string name, string type, BindingDirection direction) =>
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(name, new IndexedBinding(name, type, direction));

    private sealed class IndexedBinding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => direction;
    }
}
