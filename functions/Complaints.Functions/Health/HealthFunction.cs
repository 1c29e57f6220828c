using Complaints.Domain.Rulebooks;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Complaints.Functions.Health;

internal sealed class HealthFunction(StorageCheck check, LawShelf shelf, TimeProvider time)
{
    [Function("Health")]
    [Allow(Roles.None, Unpaced = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var storage = await check.IsReachableAsync(cancellationToken);
        var status = storage ? "ok" : "storage is out of reach";
        var code = storage ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

        return Caller.Of(http.HttpContext).IsKnown
            ? Answers.Json(new HealthResponse(status, storage ? "ok" : "out of reach", time.Now(), [.. shelf.Known.Select(each => each.Version)], Zones.Version), code)
            : Answers.Json(new { status }, code);
    }
}

/// <summary>How the tracker is, for those who are known to it.</summary>
internal sealed record HealthResponse(string Status, string Storage, Instant Clock, IReadOnlyList<string> Rulebooks, string Tzdb);
