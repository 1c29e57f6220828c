using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text;
using Complaints.TestKit;

namespace Complaints.EndToEnd.Tests;

/// <summary>How long the tracker takes for a page of an election with 1,000 complaints; COMPLAINTS_TEST_LONG=true: with 10,000.</summary>
[Collection(nameof(Alone))]
public sealed class ServerTimeTests
{
    private const int Batch = 1_000;
    private const int WarmUps = 20;
    private const int Times = 41;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";
    private static readonly int Rows = IsLong ? 10_000 : 1_000;

    // The figure is for a machine at peace, which only a long run can ask for.
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(IsLong ? 50 : 150);

    [Fact]
    public async Task Page_OfALargeElection_TakesLittleTime()
    {
        await using var storage = await AzuriteServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var tracker = await ATracker.StartAsync(storage.ConnectionString, ("COMPLAINTS_SAMPLE", "kz-2021"));
        await FillAsync(tracker);
        var scene = await Scene.SetAsync(tracker);
        var slow = new List<string>();

        foreach (var page in APage.All.Where(each => each.Then is null))
        {
            var median = await MedianAsync(tracker, page, scene);
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{page.Name}: {median.TotalMilliseconds:0.0} ms, median of {Times} with {Rows} complaints."));

            if (median > Allowed)
            {
                slow.Add($"{page.Name}: {median}");
            }
        }

        Assert.Empty(slow);
    }

    private static async Task<TimeSpan> MedianAsync(ATracker tracker, APage page, Scene scene)
    {
        var took = new List<TimeSpan>();

        for (var time = -WarmUps; time < Times; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, scene.Address(page.Address));
            var (name, value) = Chromium.SignedIn(page.Role);
            request.Headers.Add(name, value);
            request.Headers.Add("Accept", "text/html");
            request.Headers.Add("Accept-Encoding", "gzip");
            request.Headers.Add("Accept-Language", "kk");
            var started = Stopwatch.GetTimestamp();
            using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            if (time >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        took.Sort();
        return took[Times / 2];
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
