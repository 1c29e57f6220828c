using System.Net.Http;
using System.Text;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Statistics;

/// <summary>The statistics as pages.</summary>
public sealed class StatisticsPageTests(Tracker tracker)
{
    [Theory]
    [InlineData("en", "Statistics: An election for a test", "Filed")]
    [InlineData("ru", "Статистика: An election for a test", "Подано")]
    [InlineData("kk", "Статистика: An election for a test", "Берілген шағымдар")]
    public async Task Page_OfTheSample_ShowsMeasuresParagraphsAndStatedFigures(string language, string title, string filed)
    {
        var election = await tracker.AnElectionAsync();
        await tracker.ImportAsync(election, ARegister.Sample);
        await tracker.PostAsync(
            $"api/elections/{election.Id}/reported",
            new { measure = "M01", filter = "forum=SC", value = 44, approximate = true, source = "<b>a statement</b>", asOf = "2021-01-11" });
        using var browser = new Browser(tracker, language);

        var all = await browser.OpenAsync($"/statistics/{election.Id}");
        var one = await browser.OpenAsync($"/statistics/{election.Id}?measure=M01");
        var grounds = await browser.OpenAsync($"/statistics/{election.Id}?measure=M07");

        Assert.All([all, one, grounds], page =>
        {
            Assert.Equal((200, language), (page.Status, page.Language));
            Assert.True(Encoding.UTF8.GetByteCount(page.Html) < 30_000, $"{page.Path}: {Encoding.UTF8.GetByteCount(page.Html)} bytes");
            Assert.DoesNotMatch(@"\{\d\}|key\.[a-z]|stats\.[a-z]", page.Text);
        });
        Assert.StartsWith(title, all.Title, StringComparison.Ordinal);
        Assert.Contains($"M01. {filed}", all.Text, StringComparison.Ordinal);
        Assert.Contains("Some 44 complaints were lodged with the Supreme Court, most of these (38 of 44) against KZ-CEC-2020-12-04.", all.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/api/elections/{election.Id}/statistics?format=csv\"", all.Html, StringComparison.Ordinal);
        Assert.Contains("<b>a statement</b>", one.Text.Contains("<b>", StringComparison.Ordinal) ? one.Text : System.Net.WebUtility.HtmlDecode(one.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", one.Html, StringComparison.Ordinal);
        Assert.Matches("(some|около|шамамен) 44", all.Text);
        Assert.Contains("KZ-CEC-2020-12-04", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measure_OfManyRows_GoesOnPageByPage()
    {
        var election = await tracker.AnElectionAsync();

        for (var number = 1; number <= 30; number++)
        {
            await tracker.PostAsync($"api/elections/{election.Id}/reported", new { measure = "M12", value = number, source = $"paper {number}", asOf = "2021-01-11" });
        }

        using var browser = new Browser(tracker);

        var first = await browser.OpenAsync($"/statistics/{election.Id}?measure=M12");
        var last = await browser.OpenAsync($"/statistics/{election.Id}?measure=M12&from=25");

        Assert.Equal((25, 5), (Rows(first), Rows(last)));
        Assert.Contains("26–30", first.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coordinator", 200)]
    [InlineData("analyst", 200)]
    [InlineData("administrator", 200)]
    [InlineData("observer", 403)]
    [InlineData("nobody", 403)]
    public async Task Page_ByEachRole_IsAsTheOtherDoor(string role, int status)
    {
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Sign.As(role, $"stats-{role}"));

        Assert.Equal(status, (await browser.OpenAsync($"/statistics/{election.Id}")).Status);
        Assert.Equal(status, (await browser.OpenAsync("/statistics")).Status);
        Assert.Equal(status, (await tracker.GetAsync($"api/elections/{election.Id}/statistics", Sign.As(role, $"stats-{role}"))).Status);
    }

    [Fact]
    public async Task Page_OfAnElectionWithATeam_IsForItsTeamAlone()
    {
        var election = await tracker.AnElectionAsync();
        var named = await tracker.SendAsync(
            HttpMethod.Put, $"api/elections/{election.Id}/team/somebody-else", new StringContent("""{"roles":["analyst"]}""", Encoding.UTF8, "application/json"));
        Assert.True(named.Status < 300, named.Text);
        using var browser = new Browser(tracker, Sign.As("analyst", "stats-stranger"));

        await Tracker.UntilAsync(async () => (await browser.OpenAsync($"/statistics/{election.Id}")).Status == 403);

        Assert.DoesNotContain($"/statistics/{election.Id}", (await browser.OpenAsync("/statistics")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?measure=M99", 400)]
    [InlineData("?measure=M01&from=-1", 400)]
    [InlineData("?measure=M01&from=x", 400)]
    [InlineData("?measure=M20", 200)]
    [InlineData("?measure=M01&from=99999", 200)]
    public async Task Page_AskedWrongly_SaysSo(string query, int status)
    {
        using var browser = new Browser(tracker);

        Assert.Equal(status, (await browser.OpenAsync($"/statistics/{(await tracker.AnElectionAsync()).Id}{query}")).Status);
    }

    private static int Rows(Shown page) => page.Html.Split("<th scope=\"row\"").Length - 1;
}
