using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The value one parameter takes in a run.</summary>
internal delegate object? Argument(Invocation invocation);

/// <summary>
/// What a parameter is bound to, decided by its trigger attribute, its type or a route value of its name. Everything else (services,
/// HttpContext, loggers, query values) stays null, as it does in the original worker.
/// </summary>
internal static class Arguments
{
    private static readonly Argument Nothing = static _ => null;

    public static Argument Of(string function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;

        if (type == typeof(HttpRequest))
        {
            return static invocation => invocation.Http?.Request;
        }

        if (type == typeof(FunctionContext))
        {
            return static invocation => invocation;
        }

        if (type == typeof(CancellationToken))
        {
            return static invocation => invocation.CancellationToken;
        }

        if (parameter.IsDefined(typeof(TimerTriggerAttribute)))
        {
            return OfTimer(type);
        }

        return parameter.IsDefined(typeof(HttpTriggerAttribute)) ? Nothing : OfRouteValue(function, parameter.Name!, type);
    }

    private static Argument OfTimer(Type type)
    {
        if (type == typeof(TimerInfo))
        {
            return static invocation => invocation.Timer;
        }

        return type == typeof(string) ? static invocation => JsonSerializer.Serialize(invocation.Timer) : Nothing;
    }

    private static Argument OfRouteValue(string function, string name, Type type)
    {
        var mustHaveValue = type.IsValueType && Nullable.GetUnderlyingType(type) is null;

        return invocation =>
        {
            if (invocation.Http?.Request.RouteValues[name] is string text)
            {
                return RouteValue.Convert(text, type, name, function);
            }

            return mustHaveValue
                ? throw new FunctionInputConverterException($"Function '{function}' has no value for parameter '{name}' of type {type}.", null)
                : null;
        };
    }
}
