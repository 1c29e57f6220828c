using System.Security.Cryptography;
using System.Text.Json;
using Complaints.Domain;
using Complaints.Storage.Answers;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>
/// Answers a request that bears an <c>Idempotency-Key</c> the second time as the first, and refuses the key with another body. For the doors to no single complaint.
/// </summary>
internal sealed class Once(AnswerStore answers)
{
    /// <summary>The refusal of a key that came with another body before.</summary>
    public static readonly Refusal OtherBody = new(
        "request.key-used", "This Idempotency-Key was used with another body. Take a new key for a new request.", Field: "Idempotency-Key");

    /// <summary>What was answered before, or what is done now. With a key the body is read whole; without one it is left to the door.</summary>
    /// <param name="http">The request.</param>
    /// <param name="caller">Who sent it: another's key is another key.</param>
    /// <param name="most">The most bytes its body may have.</param>
    /// <param name="act">The door.</param>
    /// <param name="cancellationToken">Stops before or after the door.</param>
    public async Task<IResult> AnswerAsync(HttpRequest http, string caller, int most, Func<Task<IResult>> act, CancellationToken cancellationToken)
    {
        if (http.Headers["Idempotency-Key"].ToString() is not { Length: > 0 } key)
        {
            return await act();
        }

        var body = Convert.ToHexStringLower(SHA256.HashData((await http.ReadWholeAsync(most, cancellationToken)).Span));
        var mark = AnswerStore.MarkOf(caller, http.Method, $"{http.Path}{http.QueryString}", key);
        var kept = await answers.BeginAsync(mark, body, cancellationToken);

        if (kept.Body != body)
        {
            return Problems.From([OtherBody]);
        }

        if (kept.Said is { } said)
        {
            http.HttpContext.Response.Headers.Location = said.Location;
            return Results.Text(said.Json, "application/json; charset=utf-8", said.Status);
        }

        var answer = await act();

        if (Said(answer, http.HttpContext.Response.Headers.Location) is { Json.Length: <= AnswerStore.MostBytes } fresh)
        {
            await answers.EndAsync(mark, body, fresh, cancellationToken);
        }

        return answer;
    }

    private static SaidAnswer? Said(IResult answer, string? location) =>
        answer is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 and var status } && answer is IValueHttpResult { Value: { } value }
            ? new SaidAnswer(status, location, JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), JsonBody.Options))
            : null;
}
