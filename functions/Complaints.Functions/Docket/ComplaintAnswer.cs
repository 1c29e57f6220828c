using System.Globalization;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>A complaint as an answer, with its version as <c>ETag</c>.</summary>
internal static class ComplaintAnswer
{
    public static IResult Of(HttpRequest http, Complaint complaint, Instant now, int status = StatusCodes.Status200OK)
    {
        http.HttpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{complaint.Version}\"");
        return Answers.Json(ComplaintResponse.From(complaint, now), status);
    }
}
