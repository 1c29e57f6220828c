using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>
/// How a function's method is called: its object from the run's services, its arguments from the run, its result awaited. Methods of types
/// that are not visible outside their assembly the original calls by reflection: it awaits no ValueTask there, and what a task fails with arrives
/// in an AggregateException.
/// </summary>
internal sealed class FunctionCall
{
    private static readonly MethodInfo AwaitTaskOf = typeof(FunctionCall).GetMethod(nameof(AwaitTaskAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo AwaitValueTaskOf = typeof(FunctionCall).GetMethod(nameof(AwaitValueTaskAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly MethodInvoker _method;
    private readonly ObjectFactory? _create;
    private readonly Argument[] _arguments;
    private readonly Func<object?, ValueTask<object?>> _await;

    private FunctionCall(string function, MethodInfo method)
    {
        // MethodInvoker compiles the call once and does not wrap exceptions.
        _method = MethodInvoker.Create(method);
        _create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        _arguments = [.. method.GetParameters().Select(parameter => Arguments.Of(function, parameter))];
        _await = method.DeclaringType!.IsVisible ? Awaiting(method.ReturnType) : AwaitingHidden(method.ReturnType);
    }

    public static FunctionCall To(string function, MethodInfo method) => new(function, method);

    /// <summary>Calls it in this run; throws what the method throws, or <see cref="FunctionInputConverterException"/> for an argument.</summary>
    public ValueTask<object?> InvokeAsync(Invocation invocation)
    {
        var arguments = _arguments.Length == 0 ? [] : new object?[_arguments.Length];

        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _arguments[i](invocation);
        }

        var instance = _create?.Invoke(invocation.InstanceServices, []);
        return _await(_method.Invoke(instance, arguments.AsSpan()));
    }

    private static Func<object?, ValueTask<object?>> Awaiting(Type returned)
    {
        if (returned == typeof(Task))
        {
            return static task => AwaitAsync((Task)task!);
        }

        if (returned == typeof(ValueTask))
        {
            return static task => AwaitAsync(((ValueTask)task!).AsTask());
        }

        if (!returned.IsGenericType)
        {
            return ValueTask.FromResult;
        }

        var definition = returned.GetGenericTypeDefinition();
        var awaiting = definition == typeof(Task<>) ? AwaitTaskOf : definition == typeof(ValueTask<>) ? AwaitValueTaskOf : null;

        return awaiting is null
            ? ValueTask.FromResult
            : awaiting.MakeGenericMethod(returned.GetGenericArguments()).CreateDelegate<Func<object?, ValueTask<object?>>>();
    }

    private static Func<object?, ValueTask<object?>> AwaitingHidden(Type returned)
    {
        if (!returned.IsAssignableTo(typeof(Task)))
        {
            return ValueTask.FromResult;
        }

        var awaiting = Awaiting(returned);

        return async returning =>
        {
            var task = (Task)returning!;
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            task.Wait(CancellationToken.None); // it has ended: this only throws, and throws as Task.Result does
            return await awaiting(task);
        };
    }

    private static async ValueTask<object?> AwaitAsync(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> AwaitTaskAsync<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> AwaitValueTaskAsync<T>(object? task) => await (ValueTask<T>)task!;
}
