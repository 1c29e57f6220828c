using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The places in the law that a page names, in a language or marked as being in another.</summary>
public sealed class CitationPageTests(Tracker tracker)
{
    // What a mission's own law cites, and has not translated, is read out as English.
    [Fact]
    public async Task Citation_OnlyInEnglish_IsMarkedOnThePageAndInThePaper()
    {
        const string Marked = "<span lang=\"en\">IEOM Statement of 11 January 2021, note 99</span>";
        var law = await ALaw.PublishedAsync(tracker);
        var basis = new Dictionary<string, object> { ["kz.file.10"] = new { basis = "STATEMENT: note 99" } };
        Assert.Equal(201, (await tracker.PostAsync("api/rulebooks", law.Document(2, law.First, new { limits = basis }))).Status);
        using var browser = new Browser(tracker, "ru");
        var page = await AForm.RecordedAsync(browser, await tracker.AnElectionAsync(law.Second));

        var form = await browser.OpenAsync($"/complaints/{AForm.IdOf(page)}/paper");
        var paper = await browser.SendAsync(form, ("language", "kk"), ("forum", "TEC"));
        var rules = await browser.OpenAsync($"/rulebooks/{law.Second}");

        Assert.All([page, rules], each => Assert.Contains(Marked, each.Html, StringComparison.Ordinal));
        Assert.Contains($"({Marked})", paper.Html[paper.Html.IndexOf("<article", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
