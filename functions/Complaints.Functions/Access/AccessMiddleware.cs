using System.Net;
using System.Reflection;
using Complaints.Domain;
using Complaints.Functions.Http;
using Complaints.Storage.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Complaints.Functions.Access;

/// <summary>Finds out who calls and lets only those in whom the function allows.</summary>
internal sealed class AccessMiddleware(Surroundings surroundings, PeopleStore people) : IFunctionsWorkerMiddleware
{
    /// <summary>On a laptop, for trial and training: without a header one is the whole mission.</summary>
    private static readonly Caller Nameless = Caller.Known("laptop", Roles.Mission);

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

        var caller = await WithTeamsAsync(CallerOf(http), context.CancellationToken);
        caller.Keep(http);

        if (Refuse(context.FunctionDefinition.Name, http.Request.RouteValues["election"] as string, caller) is { } refusal)
        {
            context.GetInvocationResult().Value = Problems.From([refusal]);
            return;
        }

        await next(context);
    }

    private static Refusal? Refuse(string function, string? election, Caller caller) =>
        caller.Roster?.IsLocked(caller.Pseudonym) is true ? new Refusal("access.locked", "You are locked out. Ask an administrator of the tracker.")
        : Allowed.TryGetValue(function, out var roles) ? caller.Refuse(roles, election)
        : new Refusal("access.not-allowed", "Nobody may call this.");

    /// <summary>Looks up who has signed in. Nothing is looked up for those nobody knows, nor for the laptop's nameless caller.</summary>
    private async ValueTask<Caller> WithTeamsAsync(Caller caller, CancellationToken cancellationToken) => !caller.IsKnown || ReferenceEquals(caller, Nameless)
        ? caller
        : caller with
        {
            Roles = surroundings.IsAdministrator(caller.Pseudonym) ? caller.Roles | Roles.Administrator : caller.Roles,
            Roster = await people.ReadAsync(cancellationToken),
        };

    private Caller CallerOf(HttpContext http)
    {
        var header = http.Request.Headers[Principal.Header].ToString();

        if (surroundings.IsDevelopment && IsLoopback(http))
        {
            return header.Length == 0 ? Nameless : Principal.Read(header) ?? Caller.Anonymous;
        }

        return surroundings.IsAuthenticated && header.Length > 0 ? Principal.Read(header) ?? Caller.Anonymous : Caller.Anonymous;
    }

    private static bool IsLoopback(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
}
