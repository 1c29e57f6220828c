using Complaints.Domain.Rulebooks;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Complaints.Storage.Scanning;
using Complaints.Storage.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Complaints.Functions.Health;

internal sealed class ShowHealthFunction(StorageCheck storage, LawShelf shelf, Vaults vaults, VirusScanner scanner, TimeProvider time, Words words, Dates dates)
{
    private const int MostRulebooks = 12;

    private static readonly Duration Drift = Duration.FromMinutes(1);

    [Function("ShowHealth")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/health")] HttpRequest http,
        CancellationToken cancellationToken) =>
        Show.Page<HealthPage>(new
        {
            Lines = (IReadOnlyList<HealthLine>)
            [
                await storage.IsReachableAsync(cancellationToken) ? new HealthLine("storage", true, words["health.scanner.answers"]) : new HealthLine("storage", false, ""),
                Clock(),
                new HealthLine("rulebooks", shelf.Known.Count > 0, string.Join(", ", shelf.Known.Select(each => each.Version).Take(MostRulebooks))),
                new HealthLine("tzdb", true, Zones.Version),
                await ScannerAsync(cancellationToken),
                new HealthLine("keys", true, words["health.keys.are", vaults.Identities.CurrentKey, vaults.Retaliation.CurrentKey]),
            ],
        });

    private HealthLine Clock()
    {
        var now = time.Now();
        var real = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        return new HealthLine("clock", now - real < Drift && real - now < Drift, dates.Of(now, DateTimeZone.Utc));
    }

    /// <summary>Shows the scanner one harmless letter and hears what it says.</summary>
    private async Task<HealthLine> ScannerAsync(CancellationToken cancellationToken)
    {
        await using var session = await scanner.BeginAsync(cancellationToken);
        await session.FeedAsync("a"u8.ToArray(), cancellationToken);
        var verdict = await session.EndAsync(cancellationToken);
        return new HealthLine("scanner", verdict.Scan == Domain.Docket.Scans.Clean, words[!scanner.IsThere ? "health.scanner.none" : verdict.Scan == Domain.Docket.Scans.Clean ? "health.scanner.answers" : "health.scanner.silent"]);
    }
}

/// <summary>One thing the tracker lives on.</summary>
/// <param name="Name">What it is: a key of the page's words.</param>
/// <param name="IsFine">Whether nothing has to be done about it.</param>
/// <param name="Says">What is known of it.</param>
public sealed record HealthLine(string Name, bool IsFine, string Says);
