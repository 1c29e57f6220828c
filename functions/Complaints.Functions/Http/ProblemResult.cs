using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Complaints.Functions.Http;

/// <summary>Shows a problem as a page, with the form that can be sent once more.</summary>
internal delegate IResult ProblemPage(Problem problem, FormBody? unsent);

/// <summary>A problem as an answer: a page for people, problem+json at the JSON doors. A form that only came too late or too fast is not lost: the page holds it.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.IsForPeople()
            ? httpContext.RequestServices.GetRequiredService<ProblemPage>()(problem, await UnsentAsync(httpContext))
            : Results.Json(problem, JsonBody.Options, "application/problem+json", problem.Status);
        await answer.ExecuteAsync(httpContext);
    }

    private async ValueTask<FormBody?> UnsentAsync(HttpContext http) =>
        problem.Refusals is [{ Code: "form.not-ours" }]
            ? await FormBody.RenewedAsync(http.Request, http.RequestServices.GetRequiredService<IAntiforgery>(), http.RequestAborted)
        : problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status429TooManyRequests && HttpMethods.IsPost(http.Request.Method)
        && (!IsMultipart(http.Request) || http.Request.ContentLength <= WholeBody.MostWithNarrative)
        && (await FormBody.ReadAsync(http.Request, http.RequestServices.GetRequiredService<IAntiforgery>(), http.RequestAborted)).IsAllowed(out var form)
        && !(IsMultipart(http.Request) && http.Request.Form.Files.Any(each => each.Length > 0))
            ? form
            : null;

    /// <summary>Whether it may hold a file, which no page can hold for its sender.</summary>
    private static bool IsMultipart(HttpRequest http) => http.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true;
}

/// <summary>Tells the doors apart.</summary>
internal static class Doors
{
    /// <summary>Whether people in a browser come to this address: all but the JSON doors and the files of pages.</summary>
    public static bool IsForPeople(this HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !http.IsForFiles();

    /// <summary>Whether this address is that of a file which pages need.</summary>
    public static bool IsForFiles(this HttpContext http) => http.Request.Path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase);
}
