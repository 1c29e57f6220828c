using System.Text;
using System.Text.Json.Nodes;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Manage;

/// <summary>A version of the law published by its page, and applied to an election by that of the election.</summary>
public sealed class PublishPageTests(Tracker tracker)
{
    private static readonly (string Name, string Value) Administrator = Sign.As("administrator", "publish-chief");

    [Fact]
    public async Task Publish_CheckedThenSentAgain_IsPublished()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var file = Encoding.UTF8.GetBytes(law.DayOff("2020-12-21"));
        using var browser = new Browser(tracker, Administrator);

        var tried = await browser.UploadAsync(await browser.OpenAsync("/manage/rulebooks"), file);

        Assert.Equal(200, tried.Status);
        Assert.Contains($"{law.Second} is sound", tried.Text, StringComparison.Ordinal);
        Assert.Contains("2020-12-21", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has been published yet.", tried.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await tracker.GetAsync($"api/rulebooks/{law.Second}")).Status);

        var published = await browser.UploadAsync(tried, file);

        Assert.Contains($"{law.Second} is published", published.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await tracker.GetAsync($"api/rulebooks/{law.Second}")).Status);
    }

    [Fact]
    public async Task Publish_WithFaults_NamesEachWithItsPlaceAndPublishesNothing()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var faulty = JsonNode.Parse(law.DayOff("2020-12-21"))!;
        faulty["changes"]!["calendar"]!["addNonWorking"]![0]!["date"] = "2020-02-31";
        using var browser = new Browser(tracker, Sign.As("administrator", "publish-chief"));
        var page = await browser.OpenAsync("/manage/rulebooks?lang=kk");

        var refused = await browser.UploadAsync(page, Encoding.UTF8.GetBytes(faulty.ToJsonString()));
        var noJson = await browser.UploadAsync(page, Encoding.UTF8.GetBytes("{ \"id\": "));
        var taken = await browser.UploadAsync(page, Encoding.UTF8.GetBytes(law.Document(1, "KZ-2020@1", new { calendar = new { basedOn = "KZ@1", id = $"{law.Id}x", version = 1 } })));

        Assert.Equal((422, 400, 409), (refused.Status, noJson.Status, taken.Status));
        Assert.All(new[] { refused, noJson, taken }, each => Assert.Contains("id=\"file-error\"", each.Html, StringComparison.Ordinal));
        Assert.Contains("$.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Нені түзету керек", refused.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await tracker.GetAsync($"api/rulebooks/{law.Second}")).Status);
    }

    [Fact]
    public async Task Law_OfAnElection_ShowsWhatWouldMoveAndMovesItWhenSent()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var election = await tracker.AnElectionAsync(law.First);
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        await complaint.LodgeAsync();
        await law.PublishDayOffAsync();
        var address = $"/manage/elections/{election.Id}/law";
        using var browser = new Browser(tracker, Administrator);

        var shown = await browser.OpenAsync($"{address}?rulebook={law.Second}");

        Assert.Equal(200, shown.Status);
        Assert.Contains("Complaints it would move 1", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Time to decide, TEC", shown.Text, StringComparison.Ordinal);
        Assert.Equal(law.First, (await complaint.ReadAsync()).GetProperty("rulebook").GetString());

        var tooLong = await browser.SendAsync(shown, ("why", new string('x', 501)));
        var applied = await browser.SendAsync(shown, ("why", "a day of mourning"));
        var again = await browser.SendAsync(shown, ("why", "a day of mourning"));

        Assert.Equal(400, tooLong.Status);
        Assert.Contains("id=\"why-error\"", tooLong.Html, StringComparison.Ordinal);
        Assert.Contains($"{law.Second} has been applied", applied.Text, StringComparison.Ordinal);
        Assert.Contains("Complaints moved 1", applied.Text, StringComparison.Ordinal);
        Assert.Contains("Complaints moved 0", again.Text, StringComparison.Ordinal);
        Assert.Equal(law.Second, (await complaint.ReadAsync()).GetProperty("rulebook").GetString());
        Assert.Contains($"/rulebooks/{law.Second}\"", (await browser.OpenAsync(address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Law_VersionThatIsNone_IsRefused()
    {
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Administrator);

        Assert.Equal(400, (await browser.OpenAsync($"/manage/elections/{election.Id}/law?rulebook=KZ-2020")).Status);
        Assert.Equal(422, (await browser.OpenAsync($"/manage/elections/{election.Id}/law?rulebook=KZ-2020@99")).Status);
        Assert.Equal(404, (await browser.OpenAsync("/manage/elections/nowhere/law")).Status);
    }

    [Fact]
    public async Task Publish_AsACoordinator_IsNotTheirs()
    {
        using var browser = new Browser(tracker, Sign.As("coordinator", "publish-coordinator"));

        Assert.Equal((403, 403), ((await browser.OpenAsync("/manage/rulebooks")).Status, (await browser.OpenAsync("/manage/health")).Status));
    }

    [Theory]
    [InlineData("en", "None is configured")]
    [InlineData("ru", "Не настроен")]
    [InlineData("kk", "Бапталмаған")]
    public async Task Health_WithoutAScanner_SaysWhatToDo(string language, string said)
    {
        using var browser = new Browser(tracker, language);

        var page = await browser.OpenAsync("/manage/health");

        Assert.Equal(200, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Contains("COMPLAINTS_CLAMAV", page.Text, StringComparison.Ordinal);
        Assert.Contains("KZ-2020@1", page.Text, StringComparison.Ordinal);
    }
}
