using Complaints.Domain;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>Turns what a handler returns into an answer.</summary>
internal static class Answers
{
    /// <summary>200 with the value, or the problem.</summary>
    public static IResult From<T, TResponse>(Result<T> result, Func<T, TResponse> toResponse) =>
        result.IsAllowed(out var value) ? Json(toResponse(value)) : Problems.From(result.Refusals);

    /// <summary>JSON as it is written at every door.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, JsonBody.Options, statusCode: status);
}
