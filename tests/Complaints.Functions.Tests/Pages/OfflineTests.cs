using System.Net.Http;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A complaint is written down without a connection and comes in later, as a draft that somebody wanted.</summary>
public sealed class OfflineTests(Tracker tracker)
{
    private static readonly (string Name, string Value) Observer = Sign.As("observer", "offline-a");

    [Theory]
    [InlineData("en", "When it was written down offline")]
    [InlineData("ru", "Когда записано без связи")]
    [InlineData("kk", "Интернетсіз қашан жазылды")]
    public async Task Form_InEachLanguage_IsOneFileThatAsksForNothingElse(string language, string label)
    {
        using var browser = new Browser(tracker, language);

        var file = await browser.OpenAsync("/complaints/offline-form");

        Assert.Equal((200, language), (file.Status, file.Language));
        Assert.Equal($"attachment; filename=\"complaint-{language}.html\"", file.Response.Content.Headers.ContentDisposition!.ToString());
        Assert.Contains(label, file.Text, StringComparison.Ordinal);
        Assert.Equal($"{tracker.Http.BaseAddress}complaints/offline", file.Action);
        Assert.DoesNotMatch("<script|@import|url\\(|<link|<img|src=|localStorage", file.Html);
        Assert.InRange(file.Html.Length, 1_000, 60_000);
    }

    [Fact]
    public async Task Sent_FromAFile_IsShownAndKeptOnlyWhenSomebodySaysSo()
    {
        var election = await tracker.AnElectionAsync();
        using var file = new Browser(tracker, ("Sec-Fetch-Site", "cross-site"), ("Origin", "null"));
        using var observer = new Browser(tracker, Observer);
        Assert.DoesNotContain("drafts/", (await observer.OpenAsync("/complaints/new")).Html, StringComparison.Ordinal);

        var shown = await file.PostAsync(
            "/complaints/offline", [("challengedActor", "PEC"), ("narrative", "<b>No signal</b> here"), .. AForm.Moment("claimedAt", 10, 1, 2021, "11:00"), .. AForm.Moment("occurredAt", 10, 1, 2021, "10:30")]);
        Assert.DoesNotContain("drafts/", (await observer.OpenAsync("/complaints/new")).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await file.PostAsync("/complaints/drafts", [.. shown.Held])).Status);

        var token = (await observer.OpenAsync("/complaints/new")).Holds("_token");
        var begun = await observer.SendAsync(shown, ("_token", token));
        await observer.SendAsync(await observer.OpenAsync(AForm.PageOf(begun.Location!, "election")), ("election", election.Id));
        var check = await observer.OpenAsync(AForm.PageOf(begun.Location!, "check"));
        var complaint = await observer.OpenAsync($"/complaints/{AForm.IdIn(await observer.SendAsync(check))}");

        Assert.Equal((200, 303), (shown.Status, begun.Status));
        Assert.Contains("<b>No signal</b> here", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Precinct election commission", shown.Text, StringComparison.Ordinal);
        Assert.All([check, complaint], page => Assert.Contains("10 January 2021, 11:00", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sent_WithAFieldNobodyKnows_IsRefused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_token", "x"), KeyValuePair.Create("narrative", "text")]);

        Assert.Equal(400, (await tracker.SendAsync(HttpMethod.Post, "complaints/offline", form)).Status);
    }
}
