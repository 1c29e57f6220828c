using System.Reflection;
using Complaints.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Complaints.Functions.Http;

/// <summary>
/// Refuses an address with a field nobody reads, where something may be changed: who writes <c>?dry-run=true</c> for <c>?dryRun=true</c> must not import in earnest.
/// </summary>
internal sealed class AddressMiddleware : IFunctionsWorkerMiddleware
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Taken = typeof(AddressMiddleware).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetParameters().Any(each => each.GetCustomAttribute<HttpTriggerAttribute>()?.Methods?.Any(Changes) is true))
        .ToDictionary(
            method => method.GetCustomAttribute<FunctionAttribute>()!.Name,
            method => method.GetCustomAttribute<TakesAttribute>()?.Fields ?? [],
            StringComparer.OrdinalIgnoreCase);

    private static bool Changes(string method) => method.ToUpperInvariant() is "POST" or "PUT" or "DELETE";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && Taken.TryGetValue(context.FunctionDefinition.Name, out var fields)
            && !fields.Contains(TakesAttribute.Anything) && Refuse(http, fields).ToArray() is { Length: > 0 } unknown)
        {
            context.GetInvocationResult().Value = Problems.Unreadable(unknown);
            return;
        }

        await next(context);
    }

    private static IEnumerable<Refusal> Refuse(HttpContext http, IReadOnlyList<string> fields)
    {
        IReadOnlyList<string> known = http.IsForPeople() ? [.. fields, Languages.Name] : fields;
        return http.Request.Query.Keys
            .Where(each => !known.Contains(each, StringComparer.OrdinalIgnoreCase))
            .Select(each => new Refusal(
                "query.unknown",
                $"This address has no field '{Shown.Short(each)}'. {(known.Count == 0 ? "It has none" : $"It has: {string.Join(", ", known)}")}. Nothing was changed.",
                Field: Shown.Short(each)));
    }
}
