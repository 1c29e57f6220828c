using System.Globalization;
using System.Reflection;
using Complaints.Domain;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Complaints.Functions.Access;

/// <summary>Lets in only those whom the function allows, and nobody faster than the tracker can bear.</summary>
internal sealed class AccessMiddleware(Callers callers, Pace pace) : IFunctionsWorkerMiddleware
{
    private static readonly Dictionary<string, AllowAttribute> Allowed = typeof(AccessMiddleware).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<AllowAttribute>() is not null)
        .ToDictionary(
            method => method.GetCustomAttribute<FunctionAttribute>()!.Name,
            method => method.GetCustomAttribute<AllowAttribute>()!,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a function takes what a page elsewhere sends.</summary>
    public static bool TakesFromAnywhere(string function) => Allowed.TryGetValue(function, out var allow) && allow.FromAnywhere;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var caller = await callers.FindAsync(http, context.CancellationToken);
        caller.Keep(http);

        if (Refuse(http, context.FunctionDefinition.Name, caller) is { } refusal)
        {
            context.GetInvocationResult().Value = Problems.From([refusal]);
            return;
        }

        await next(context);
    }

    private Refusal? Refuse(HttpContext http, string function, Caller caller) =>
        !Allowed.TryGetValue(function, out var allow) ? new Refusal("access.not-allowed", "Nobody may call this.")
        : allow.ForOurOwnPages && OriginMiddleware.IsOfAnotherSite(http) ? OriginMiddleware.OtherSite
        : !allow.Unpaced && pace.Refuse(http, caller) is { } wait ? TooMany(http, wait)
        : caller.Roster?.IsLocked(caller.Pseudonym) is true && !allow.EvenLocked ? new Refusal("access.locked", "You are locked out. Ask an administrator of the tracker.")
        : caller.Refuse(allow.Roles, http.Request.RouteValues["election"] as string);

    private static Refusal TooMany(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        return new Refusal("request.too-many", $"Too many calls. Nothing was changed; call again in {seconds} s.");
    }
}
