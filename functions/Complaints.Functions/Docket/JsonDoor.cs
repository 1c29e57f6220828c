using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>The JSON door to a change of one complaint: who asks, what, at which version, and whether it was asked before.</summary>
internal static class JsonDoor
{
    /// <summary>Answers with what the change led to.</summary>
    /// <param name="http">The request.</param>
    /// <param name="read">Reads its body.</param>
    /// <param name="change">Changes the complaint.</param>
    /// <param name="answer">The answer to a change that was saved.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    public static async Task<IResult> ChangeAsync<TRequest, T>(
        this HttpRequest http,
        Func<Task<(TRequest? Request, IResult? Invalid)>> read,
        Func<Asked<TRequest>, Task<Result<T>>> change,
        Func<T, IResult> answer,
        CancellationToken cancellationToken)
        where TRequest : class
    {
        var caller = Caller.Of(http.HttpContext);
        var repeatable = await http.RepeatableAsync(caller.Pseudonym, cancellationToken);
        var (request, invalid) = await read();

        if (request is null)
        {
            return invalid!;
        }

        var version = http.IfMatch();

        if (!version.IsAllowed(out var asRead))
        {
            return Problems.Unreadable(version.Refusals);
        }

        var changed = await change(new(request, caller, asRead, repeatable));
        return changed.IsAllowed(out var value) ? answer(value) : Problems.From(changed.Refusals);
    }

    /// <summary>The same, answered with the complaint as it is then.</summary>
    public static Task<IResult> ChangeAsync<TRequest>(
        this HttpRequest http,
        Func<Task<(TRequest? Request, IResult? Invalid)>> read,
        Func<Asked<TRequest>, Task<Result<Complaint>>> change,
        Func<Instant> now,
        CancellationToken cancellationToken)
        where TRequest : class => http.ChangeAsync(read, change, complaint => ComplaintAnswer.Of(http, complaint, now()), cancellationToken);
}
