using System.Net;
using Complaints.Domain;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Complaints.Functions.Access;

/// <summary>
/// Lets no page of another site change anything through the browser of somebody who is signed in; and on a laptop, where everybody who reaches the tracker is
/// believed, answers only to the laptop's own names: a foreign name may have been pointed at 127.0.0.1.
/// </summary>
internal sealed class OriginMiddleware(Surroundings surroundings) : IFunctionsWorkerMiddleware
{
    public static readonly Refusal OtherSite = new(
        "request.cross-site", "A page of another site sent this. Open the tracker itself, or call it from a program without Origin and Sec-Fetch-Site.");

    private static readonly Refusal OtherHost = new(
        "request.foreign-host", "In development the tracker answers to localhost, 127.0.0.1 and [::1] only.", Field: "Host");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && Refuse(http, context.FunctionDefinition.Name) is { } refusal)
        {
            context.GetInvocationResult().Value = Problems.From([refusal]);
            return;
        }

        await next(context);
    }

    /// <summary>Whether a browser says that a page of another site sent this. One that says nothing is believed to be a program.</summary>
    public static bool IsOfAnotherSite(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    private Refusal? Refuse(HttpContext http, string function) =>
        surroundings.IsDevelopment && !IsLoopback(http.Request.Host.Host) ? OtherHost
        : !Changes(http.Request.Method) || AccessMiddleware.TakesFromAnywhere(function) || IsOurs(http) ? null
        : OtherSite;

    private static bool Changes(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>
    /// Sent by one of our own pages, or by no page at all. Our pages send no referrer, so browsers write their origin as null; the browser's own word in
    /// Sec-Fetch-Site tells them from others, and where an old one says nothing, a form still carries its token.
    /// </summary>
    private static bool IsOurs(HttpContext http)
    {
        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        var origin = http.Request.Headers.Origin.ToString();

        return !IsOfAnotherSite(http)
            && (origin.Length == 0
                || (origin == "null" ? site.Length > 0 || http.IsForPeople()
                    : Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Host.Equals(http.Request.Host.Host, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
