using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text;
using Complaints.Domain.Docket;
using Complaints.Storage;
using Complaints.Storage.Docket;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.EndToEnd.Tests;

/// <summary>How long the tracker takes for a page of an election with 1,000 complaints; COMPLAINTS_TEST_LONG=true: with 10,000.</summary>
[Collection(nameof(Alone))]
public sealed class ServerTimeTests
{
    private const int Batch = 1_000;
    private const int WarmUps = 20;
    private const int Times = 41;

    // The outbox is in no projection: its page asks all shards at once, and the emulator answers one after the other, each time looking through the whole table.
    private const string Outbox = "alerts that failed";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";
    private static readonly int Rows = IsLong ? 10_000 : 1_000;

    // The figure is for a machine at peace, which only a long run can ask for.
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(IsLong ? 50 : 150);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfALargeElection_TakesLittleTime()
    {
        await using var storage = await AzuriteServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var tracker = await ATracker.StartAsync(storage.ConnectionString, ("COMPLAINTS_SAMPLE", "kz-2021"));
        await FillAsync(tracker);
        var scene = await Scene.SetAsync(tracker);
        var slow = new List<string>();
        var due = new DueStore(new StorageAccount(storage.ConnectionString).Docket);
        var election = new Election { Id = Scene.Election, Code = "KZ21P", Name = "", Rulebook = "" };

        foreach (var page in APage.All.Where(each => each.Then is null))
        {
            var median = await MedianAsync(() => OpenAsync(tracker, page, scene));
            var bare = page.Name == Outbox ? await MedianAsync(() => due.UndeliveredAsync(election, Instant.FromUtc(2021, 1, 12, 3, 0), 50, Stop)) : TimeSpan.Zero;
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{page.Name}: {median.TotalMilliseconds:0.0} ms, median of {Times} with {Rows} complaints{(bare > TimeSpan.Zero ? $", {bare.TotalMilliseconds:0.0} of them the storage calls alone" : null)}."));

            if (median - bare > Allowed)
            {
                slow.Add($"{page.Name}: {median}");
            }
        }

        Assert.Empty(slow);
    }

    private static async Task<TimeSpan> MedianAsync(Func<Task> call)
    {
        var took = new List<TimeSpan>();

        for (var time = -WarmUps; time < Times; time++)
        {
            var started = Stopwatch.GetTimestamp();
            await call();

            if (time >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        took.Sort();
        return took[Times / 2];
    }

    private static async Task OpenAsync(ATracker tracker, APage page, Scene scene)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, scene.Address(page.Address));
        var (name, value) = Chromium.SignedIn(page.Role);
        request.Headers.Add(name, value);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Encoding", "gzip");
        request.Headers.Add("Accept-Language", "kk");
        using var answer = await tracker.Http.SendAsync(request, Stop);
        await answer.Content.ReadAsByteArrayAsync(Stop);

        // A list of one leads on to it.
        Assert.True((int)answer.StatusCode == page.Status || answer.StatusCode == System.Net.HttpStatusCode.SeeOther, $"{page.Name} is answered with {(int)answer.StatusCode}.");
    }

    // The rows of the sample again and again, each time under other names.
    private static async Task FillAsync(ATracker tracker)
    {
        var lines = await File.ReadAllLinesAsync(Repository.PathOf("functions", "Complaints.Functions", "Samples", "kz-2021", "register.csv"), TestContext.Current.CancellationToken);
        var rows = Enumerable.Range(1, int.MaxValue).SelectMany(copy => lines.Skip(1).Where(row => row.Length > 0).Select(row => $"R{copy}-{row}"));

        foreach (var part in rows.Take(Rows).Chunk(Batch))
        {
            using var csv = new StringContent(string.Join('\n', part.Prepend(lines[0])), Encoding.UTF8, "text/csv");
            var imported = await tracker.SendAsync(HttpMethod.Post, $"api/elections/{Scene.Election}/import", csv, "coordinator");
            Assert.Equal(part.Length, imported.GetProperty("imported").GetInt32());
        }
    }
}
