using System.Net;
using System.Reflection;
using Complaints.Domain;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Complaints.Functions.Access;

/// <summary>Finds out who calls and lets only those in whom the function allows.</summary>
internal sealed class AccessMiddleware(Surroundings surroundings) : IFunctionsWorkerMiddleware
{
    private static readonly Dictionary<string, Roles> Allowed = typeof(AccessMiddleware).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<AllowAttribute>() is not null)
        .ToDictionary(
            method => method.GetCustomAttribute<FunctionAttribute>()!.Name,
            method => method.GetCustomAttribute<AllowAttribute>()!.Roles,
            StringComparer.OrdinalIgnoreCase);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var caller = CallerOf(http);
        caller.Keep(http);

        if (Refuse(context.FunctionDefinition.Name, caller) is { } refusal)
        {
            context.GetInvocationResult().Value = Problems.From([refusal]);
            return;
        }

        await next(context);
    }

    private static Refusal? Refuse(string function, Caller caller)
    {
        if (!Allowed.TryGetValue(function, out var roles))
        {
            return new Refusal("access.not-allowed", "Nobody may call this.");
        }

        return roles == Roles.None || (caller.Roles & roles) != Roles.None ? null
            : caller.IsKnown ? new Refusal("access.not-allowed", $"This is for: {roles}.")
            : new Refusal("access.who-are-you", "Sign in first; the tracker does not know you.");
    }

    private Caller CallerOf(HttpContext http)
    {
        var header = http.Request.Headers[Principal.Header].ToString();

        if (surroundings.IsDevelopment && IsLoopback(http))
        {
            // On a laptop, for trial and training: without a header one is the whole mission.
            return header.Length == 0 ? Caller.Known("laptop", Roles.Mission) : Principal.Read(header) ?? Caller.Anonymous;
        }

        return surroundings.IsAuthenticated && header.Length > 0 ? Principal.Read(header) ?? Caller.Anonymous : Caller.Anonymous;
    }

    private static bool IsLoopback(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
}
