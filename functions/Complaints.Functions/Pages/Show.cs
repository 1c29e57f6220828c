using Complaints.Functions.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Complaints.Functions.Pages;

/// <summary>Pages as answers.</summary>
internal static class Show
{
    /// <summary>A page with its parameters, as named by the component.</summary>
    public static IResult Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new ZippedResult(new RazorComponentResult<TPage>(parameters) { StatusCode = status });

    /// <summary>Sends the browser on to look at what came of its form, so that loading again sends nothing again.</summary>
    public static IResult Next(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
