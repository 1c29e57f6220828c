using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The board of deadlines: the same clock goes from one group to the next as time passes.</summary>
public sealed class BoardPageTests(StillTracker still) : IClassFixture<StillTracker>
{
    private readonly Tracker tracker = still.Tracker;

    [Fact]
    public async Task Board_AsTimePasses_MovesAClockFromGroupToGroup()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.SetClockAsync("2020-12-11T09:00:00+06:00");
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var row = (await tracker.GetAsync($"api/complaints?election={election.Id}")).Json.GetProperty("complaints")[0];
        var (earliest, latest) = (At(row, "dueEarliestUtc"), At(row, "dueLatestUtc"));
        Assert.True(earliest < latest, $"{earliest} {latest}");
        (Instant Now, string Group, string Due, string Left)[] hours =
        [
            (earliest - Duration.FromMinutes((40 * 60) + 20), "3d", "3d", "40 hours left"),
            (earliest - Duration.FromMinutes((2 * 60) + 20), "today", "today", "2 hours left"),
            (earliest + Duration.FromHours(1), "contested", "contested", "1 hour ago"),
            (latest + Duration.FromDays(3), "overdue", "overdue", "3 days ago"),
        ];
        using var browser = new Browser(tracker);

        foreach (var (now, group, due, left) in hours)
        {
            await tracker.SetClockAsync(InstantPattern.General.Format(now));
            var board = await browser.OpenAsync($"/deadlines?election={election.Id}");

            Assert.Equal(200, board.Status);
            Assert.Equal(group, Assert.Single(Groups(board)).Key);
            Assert.Contains(left, board.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"/complaints/{complaint.Id}\"", board.Html, StringComparison.Ordinal);
            Assert.Contains("Time to file", board.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("City of Almaty", board.Text, StringComparison.Ordinal);
            Assert.Equal(1, (await tracker.GetAsync($"api/complaints?election={election.Id}&due={due}")).Json.GetProperty("complaints").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("en", "Nothing is overdue.", "What has changed since")]
    [InlineData("ru", "Истёкших сроков нет.", "Что изменилось с")]
    [InlineData("kk", "Өткен мерзім жоқ.", "бері не өзгерді")]
    public async Task Board_WithNothingDue_SaysSo(string language, string none, string news)
    {
        using var browser = new Browser(tracker, language);

        var board = await browser.OpenAsync($"/deadlines?election={(await tracker.AnElectionAsync()).Id}");

        Assert.Equal((200, language), (board.Status, board.Language));
        Assert.Contains(none, board.Text, StringComparison.Ordinal);
        Assert.Contains(news, board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", board.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Board_SinceYesterday_TellsWhatWasRecordedAndWhatRanOut()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.SetClockAsync("2020-12-11T09:00:00+06:00");
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        await tracker.SetClockAsync("2020-12-14T12:00:00+06:00");
        await complaint.LodgeAsync();
        await complaint.TakeAsync(new { step = "Suspend", at = "2020-12-14T11:00:00+06:00" });
        using var browser = new Browser(tracker);

        var fresh = News(await browser.OpenAsync($"/deadlines?election={election.Id}"));
        await tracker.SetClockAsync("2020-12-16T12:00:00+06:00");
        var stale = News(await browser.OpenAsync($"/deadlines?election={election.Id}"));

        Assert.Equal(["0", "1", "0", "1", "0"], fresh[..5]);
        Assert.Equal(["0", "0", "0", "0"], stale[..4]);
    }

    [Fact]
    public async Task Board_Filtered_ShowsThatForumAndRegionAlone()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.SetClockAsync("2020-12-11T09:00:00+06:00");
        await AComplaint.RecordedAsync(tracker, election);
        await tracker.SetClockAsync("2022-01-01T09:00:00+06:00");
        using var browser = new Browser(tracker);

        Assert.NotEmpty(Groups(await browser.OpenAsync($"/deadlines?election={election.Id}&forum=TEC&region=almaty_city")));
        Assert.Empty(Groups(await browser.OpenAsync($"/deadlines?election={election.Id}&forum=SC")));
        Assert.Empty(Groups(await browser.OpenAsync($"/deadlines?election={election.Id}&region=shymkent")));
    }

    [Fact]
    public async Task Board_OfMany_PagesItselfAndStaysSmall()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.SetClockAsync("2020-12-11T09:00:00+06:00");

        for (var i = 0; i < 30; i++)
        {
            await AComplaint.RecordedAsync(tracker, election);
        }

        await tracker.SetClockAsync("2022-01-01T09:00:00+06:00");
        using var browser = new Browser(tracker);

        var board = await browser.OpenAsync($"/deadlines?election={election.Id}");
        var (group, all) = Assert.Single(Groups(board));
        var first = await browser.OpenAsync($"/deadlines?election={election.Id}&due={group}");
        var second = await browser.OpenAsync("/deadlines" + System.Net.WebUtility.HtmlDecode(Regex.Match(first.Html, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value));

        Assert.Equal((10, 25, int.Min(all - 25, 25)), (RowsOf(board), RowsOf(first), RowsOf(second)));
        Assert.Contains($"Show all {all}", board.Text, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(board.Html), 1, 40_000);
    }

    [Fact]
    public async Task Board_AsObserver_HoldsTheirOwn()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.SetClockAsync("2020-12-11T09:00:00+06:00");
        var mine = (await tracker.PostAsync("api/complaints", AComplaint.Body(election), Sign.As("observer", "board-a"))).Json.GetProperty("id").GetString()!;
        var theirs = (await tracker.PostAsync("api/complaints", AComplaint.Body(election), Sign.As("observer", "board-b"))).Json.GetProperty("id").GetString()!;
        await tracker.SetClockAsync("2022-01-01T09:00:00+06:00");

        var own = await tracker.GetAsync($"deadlines?election={election.Id}", Sign.As("observer", "board-a"));
        var analyst = await tracker.GetAsync($"deadlines?election={election.Id}", Sign.As("analyst", "board-c"));
        var nobody = await tracker.GetAsync($"deadlines?election={election.Id}", Sign.As("nobody", "board-d"));

        Assert.Contains($"/complaints/{mine}", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, own.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(theirs, analyst.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"/complaints/{theirs}", analyst.Text, StringComparison.Ordinal);
        Assert.Equal(403, nobody.Status);
    }

    [Theory]
    [InlineData("due=tomorrow", 400)]
    [InlineData("page=0", 400)]
    [InlineData("colour=red", 400)]
    [InlineData("page=99", 200)]
    public async Task Board_AskedOddly_IsAnsweredClearly(string query, int status) =>
        Assert.Equal(status, (await tracker.GetAsync($"deadlines?election={(await tracker.AnElectionAsync()).Id}&{query}")).Status);

    private static Instant At(System.Text.Json.JsonElement row, string name) => InstantPattern.ExtendedIso.Parse(row.GetProperty(name).GetString()!).Value;

    /// <summary>The groups that hold something, with how many.</summary>
    private static Dictionary<string, int> Groups(Shown board) => Regex.Matches(board.Html, "<h2 class=\"govuk-heading-m\" id=\"(today|3d|contested|overdue)\">[^<]*: (\\d+)</h2>")
        .ToDictionary(each => each.Groups[1].Value, each => int.Parse(each.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))
        .Where(each => each.Value > 0).ToDictionary();

    private static string[] News(Shown board) =>
        [.. Regex.Matches(board.Html[board.Html.IndexOf("id=\"news\"", StringComparison.Ordinal)..], "<dd[^>]*>\\s*(\\d+)").Select(each => each.Groups[1].Value)];

    private static int RowsOf(Shown page) => Regex.Count(page.Html, "<th scope=\"row\"");
}
