using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A page that says why not leads back to what it is about, and nowhere that its reader may not go.</summary>
public sealed class AboveTests(Tracker tracker)
{
    private static readonly (string Name, string Value) Observer = Sign.As("observer", "above-observer");
    private static readonly (string Name, string Value) Administrator = Sign.As("administrator", "above-chief");

    [Theory]
    [InlineData("facts/rumour", 404)]
    [InlineData("documents/7", 404)]
    [InlineData("steps/Fly", 404)]
    [InlineData("undo", 422)]
    public async Task Problem_BelowAComplaint_LeadsBackToIt(string page, int status)
    {
        using var browser = new Browser(tracker, Observer);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));

        var shown = await browser.OpenAsync($"/complaints/{id.ToUpperInvariant()}/{page}");

        Assert.Equal((status, $"/complaints/{id}"), (shown.Status, LinkOf(shown)));
        Assert.Contains($"To {id.ToUpperInvariant()}", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_OfAComplaintThatIsNotTheirs_LeadsToTheRegister()
    {
        using var browser = new Browser(tracker, Observer);
        using var stranger = new Browser(tracker, Sign.As("observer", "above-stranger"));
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));

        using var analyst = new Browser(tracker, Sign.As("analyst", "above-analyst"));

        foreach (var page in new[] { "", "/undo", "/history" })
        {
            var (shown, barred) = (await stranger.OpenAsync($"/complaints/{id}{page}"), await analyst.OpenAsync($"/complaints/{id}{page}"));
            Assert.Equal((404, "/register"), (shown.Status, LinkOf(shown)));
            Assert.Equal((403, "/register"), (barred.Status, LinkOf(barred)));
        }
    }

    [Fact]
    public async Task Problem_OfADraftThatIsNotThere_LeadsToTheDrafts()
    {
        using var browser = new Browser(tracker, Observer);
        var form = await browser.OpenAsync("/complaints/new");

        var shown = await browser.OpenAsync("/complaints/drafts/0123456789abcdef0123456789abcdef/story");
        var sent = await browser.PostAsync("/complaints/drafts/0123456789abcdef0123456789abcdef/story", [.. form.Held.Where(each => each.Name == "_token"), ("narrative", "x")]);

        Assert.All([shown, sent], page => Assert.Equal((404, "/complaints/new"), (page.Status, LinkOf(page))));
        Assert.DoesNotContain("name=\"reference\"", shown.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/manage/elections/nowhere/team", "/manage")]
    [InlineData("/rulebooks/NOWHERE", "/rulebooks")]
    [InlineData("/statistics/nowhere", "/statistics")]
    [InlineData("/nowhere", null)]
    public async Task Problem_BehindADoor_LeadsBackToItsReaders(string address, string? above)
    {
        using var chief = new Browser(tracker, Administrator);
        using var nobody = new Browser(tracker, Sign.As("nobody", "above-nobody"));

        Assert.Equal(above, LinkOf(await chief.OpenAsync(address)));
        Assert.Equal(above == "/rulebooks" ? above : null, LinkOf(await nobody.OpenAsync(address)));
    }

    private static string? LinkOf(Shown page) =>
        System.Text.RegularExpressions.Regex.Match(page.Html, "id=\"above\" href=\"([^\"]*)\"") is { Success: true } link ? link.Groups[1].Value : null;
}
