using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Complaints.Functions.Health;

internal sealed class SetClockFunction(SetClockValidator validator, TrackerClock clock, Surroundings surroundings)
{
    [Function("SetClock")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dev/clock")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        if (!surroundings.IsDevelopment)
        {
            return Problems.NothingHere();
        }

        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);

        if (request is null)
        {
            return invalid!;
        }

        clock.Set(request.Now!.Value);
        return Answers.Json(new { now = clock.Now() });
    }
}

/// <summary>The hour to set, in development.</summary>
internal sealed record SetClockRequest(Instant? Now);
