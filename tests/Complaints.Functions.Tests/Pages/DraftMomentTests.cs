using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A moment of a draft that cannot be is told where it is asked, not only when the draft is sent.</summary>
public sealed class DraftMomentTests(Tracker tracker)
{
    // Nothing else is answered yet: neither the election nor whose act it was.
    [Theory]
    [InlineData("when", "occurredAt", 2199, "lies in the future")]
    [InlineData("counted", "knownAt", 2199, "lies in the future")]
    [InlineData("counted", "knownAt", 2020, "lies before the act itself")]
    public async Task Answer_OfAMomentThatCannotBe_IsToldOnItsOwnPage(string question, string field, int year, string why)
    {
        await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Sign.As("observer", "draft-moment"));
        var draft = await AForm.BegunAsync(browser, AForm.Moment("occurredAt", 10, 1, 2021, "9:00"));

        var again = await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(draft, question)), AForm.Moment(field, 5, 6, year, "9:00"));
        var reopened = await browser.OpenAsync(AForm.PageOf(draft, question));
        var check = await browser.OpenAsync(AForm.PageOf(draft, "check"));
        var mended = await browser.SendAsync(again, AForm.Moment(field, 5, 6, 2021, "9:00"));

        Assert.Equal((400, 200, 303), (again.Status, reopened.Status, mended.Status));
        Assert.All([again, reopened], page => Assert.Contains($"<a href=\"#{field}-day\">", page.Html, StringComparison.Ordinal));
        Assert.All([again, reopened, check], page => Assert.Contains(why, page.Text, StringComparison.Ordinal));
        Assert.Equal($"{year}", again.Holds($"{field}.year"));
    }
}
