using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The start page and the menu: every door with who may use it.</summary>
public sealed partial class StartPageTests(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("observer", "check record follow register", "/ /check /complaints/new /register /rulebooks")]
    [InlineData("coordinator", "check record follow deadlines register statistics", "/ /check /complaints/new /register /deadlines /statistics /rulebooks /manage")]
    [InlineData("analyst", "check follow register statistics", "/ /check /register /statistics /rulebooks")]
    [InlineData("administrator", "check follow register statistics", "/ /check /register /statistics /rulebooks /manage")]
    [InlineData("nobody", "check follow", "/ /check /rulebooks")]
    public async Task Start_ByEachRole_OpensTheirDoorsAndSaysWhoseTheOthersAre(string role, string open, string menu)
    {
        using var browser = new Browser(tracker, Sign.As(role, $"start-{role}"));

        var page = await browser.OpenAsync("/");

        Assert.Equal(open, string.Join(' ', Door().Matches(page.Html).Where(each => each.Groups["link"].Success).Select(each => each.Groups["door"].Value)));
        Assert.Equal(6, Door().Count(page.Html));
        Assert.Equal(menu, string.Join(' ', Item().Matches(page.Html).Select(each => each.Groups[1].Value)));
        Assert.Equal(6 - open.Split(' ').Length, page.Text.Split("You do not have this role").Length - 1);
    }

    [Theory]
    [InlineData("en", "Sign in to open it", "For everybody, without signing in.")]
    [InlineData("ru", "Войдите, чтобы открыть", "Для всех, без входа.")]
    [InlineData("kk", "Ашу үшін жүйеге кіріңіз", "Баршаға, жүйеге кірмей-ақ.")]
    public async Task Start_ByAStranger_SaysHowToGetIn(string language, string enter, string open)
    {
        await using var outside = await Tracker.StartAsync(
            tracker.Storage, null, [("DOTNET_ENVIRONMENT", "Production"), ("AZURE_FUNCTIONS_ENVIRONMENT", "Production"), ("WEBSITE_AUTH_ENABLED", "true"), .. Outside.Keys]);
        using var browser = new Browser(outside, language);

        var page = await browser.OpenAsync("/");

        Assert.Equal("check follow", string.Join(' ', Door().Matches(page.Html).Where(each => each.Groups["link"].Success).Select(each => each.Groups["door"].Value)));
        Assert.Equal(4, page.Text.Split(enter).Length - 1);
        Assert.Contains(open, page.Text, StringComparison.Ordinal);
        Assert.Contains("post_login_redirect_uri=%2Fstatistics", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithManyElections_CountsTheNewestAndLeadsToTheOthers()
    {
        for (var number = 0; number < 12; number++)
        {
            await tracker.AnElectionAsync();
        }

        var opened = await tracker.PostAsync("api/elections", new { id = "the-newest", code = "NEWEST", name = "The newest", rulebook = "KZ-2020", electionDay = "2021-11-14" });
        Assert.True(opened.Status == 201, opened.Text);
        await using var fresh = await Tracker.StartAsync(tracker.Storage);
        using var browser = new Browser(fresh);

        var page = await browser.OpenAsync("/");

        Assert.Equal(12, Card().Count(page.Html));
        Assert.Equal("The newest", Card().Match(page.Html).Groups[1].Value);
        Assert.Contains("Earlier elections are in the register", page.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("""<li class="app-doors__door" id="door-(?<door>[a-z]+)">\s*<h3[^>]*>\s*(?<link><a )?""")]
    private static partial Regex Door();

    [GeneratedRegex("govuk-summary-card__title\">([^<]*)<")]
    private static partial Regex Card();

    [GeneratedRegex("govuk-service-navigation__link\" href=\"([^\"]*)\"")]
    private static partial Regex Item();
}
