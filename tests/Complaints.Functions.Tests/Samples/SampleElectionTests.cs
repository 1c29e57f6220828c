using System.Net.Http;
using System.Text.Json;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Samples;

/// <summary>The sample election is there when the tracker first answers, and only once.</summary>
public sealed class SampleElectionTests
{
    private static readonly Dictionary<string, string?> Sample = new() { ["COMPLAINTS_SAMPLE"] = "kz-2021" };

    [Fact]
    public async Task Start_WithSample_PrintsTheStatementsParagraphsAndLoadsOnce()
    {
        var stop = TestContext.Current.CancellationToken;
        var storage = new TestStorage();
        await storage.InitializeAsync();
        await using var ends = storage;

        await using (var first = await TrackerProcess.StartAsync(storage.ConnectionString, Sample, stop))
        {
            var paragraphs = await ParagraphsAsync(first.Http);
            Assert.StartsWith(
                "The Central Election Commission informed the mission that by 8 January 2021 it had received 104 applications", paragraphs[0], StringComparison.Ordinal);
            Assert.StartsWith("Some 44 complaints were lodged with the Supreme Court, most of these (38 of 44)", paragraphs[1], StringComparison.Ordinal);
            Assert.StartsWith("The mission was made aware of only 3 complaints lodged with district courts; all were", paragraphs[2], StringComparison.Ordinal);
            Assert.Contains(first.Lines.All, line => line.Contains("151 rows imported, 0 there already, 0 rejected", StringComparison.Ordinal));
            await first.StopAsync(stop);
        }

        await using var second = await TrackerProcess.StartAsync(storage.ConnectionString, Sample, stop);
        Assert.Contains(second.Lines.All, line => line.Contains("0 rows imported, 151 there already, 0 rejected", StringComparison.Ordinal));
    }

    private static async Task<string[]> ParagraphsAsync(HttpClient http)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync("api/elections/kz-2021/statistics", TestContext.Current.CancellationToken));
        return [.. answer.RootElement.GetProperty("paragraphs").EnumerateObject().Select(each => each.Value.GetString()!)];
    }
}
