using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>The forty worked deadlines: primary reading, every other reading listed, and the dated verdicts.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> All => [.. Examples.Ids];

    [Fact]
    public void Examples_Shipped_AreForty() => Assert.Equal(40, Examples.Ids.Count());

    [Theory]
    [MemberData(nameof(All))]
    public void Count_Example_GivesThePrimaryReading(string id)
    {
        var example = Examples.Find(id);
        var expected = example.GetProperty("expected");
        var deadline = Examples.Count(example);

        Assert.Equal(Examples.Text(expected, "limit"), deadline.Limit);
        Assert.Equal(Examples.Text(expected, "mode"), deadline.Mode.ToString().ToLowerInvariant());
        Assert.Equal(Examples.Text(expected, "lastDay"), deadline.LastDay is { } day ? LocalDatePattern.Iso.Format(day) : null);
        Assert.Equal(Examples.At(expected, "dueExclusiveUtc"), deadline.DueExclusive);
        Assert.Equal(Examples.Text(expected, "lastMomentLocal"), deadline.LastMomentLocal);
        Assert.Equal(Examples.Text(expected, "benchmark"), deadline.Benchmark?.Label.English);
        Assert.Equal(Examples.At(expected, "benchmarkExclusiveUtc"), deadline.Benchmark?.Exclusive);
        Assert.Equal(Examples.Text(expected, "benchmarkLastMomentLocal"), deadline.Benchmark?.LastMomentLocal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Count_Example_ListsEveryOtherReading(string id)
    {
        var example = Examples.Find(id);
        var deadline = Examples.Count(example);

        foreach (var alternative in example.TryGetProperty("alternatives", out var listed) ? listed.EnumerateArray().ToArray() : [])
        {
            var ambiguities = alternative.GetProperty("ambiguities").EnumerateArray().Select(item => item.GetString()).ToArray();
            Assert.Contains(
                deadline.Alternatives,
                reading => reading.Ambiguities.SequenceEqual(ambiguities)
                    && reading.DueExclusive == Examples.At(alternative, "dueExclusiveUtc")
                    && reading.LastMomentLocal == Examples.Text(alternative, "lastMomentLocal"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Judge_Example_FollowsTheChecks(string id)
    {
        var example = Examples.Find(id);
        var deadline = Examples.Count(example);

        foreach (var check in example.TryGetProperty("checks", out var checks) ? checks.EnumerateArray().ToArray() : [])
        {
            var at = Examples.At(check, "instantUtc")!.Value;
            Assert.Equal(Examples.Text(check, "overall"), deadline.Judge(at)?.ToString());
            Assert.Equal(Examples.Text(check, "primary"), deadline.JudgePrimary(at)?.ToString());

            if (check.TryGetProperty("secondsAfterPrimaryDue", out var seconds))
            {
                Assert.Equal(Duration.FromSeconds(seconds.GetInt64()), at - deadline.DueExclusive!.Value);
            }
        }
    }
}
