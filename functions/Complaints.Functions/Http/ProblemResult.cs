using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Complaints.Functions.Http;

/// <summary>Shows a problem as a page.</summary>
internal delegate IResult ProblemPage(Problem problem);

/// <summary>A problem as an answer: a page for people, problem+json at the JSON doors.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.IsForPeople()
        ? httpContext.RequestServices.GetRequiredService<ProblemPage>()(problem).ExecuteAsync(httpContext)
        : Results.Json(problem, JsonBody.Options, "application/problem+json", problem.Status).ExecuteAsync(httpContext);
}

/// <summary>Tells the doors apart.</summary>
internal static class Doors
{
    /// <summary>Whether people in a browser come to this address: all but the JSON doors and the files of pages.</summary>
    public static bool IsForPeople(this HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !http.Request.Path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase);
}
