using System.Globalization;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Manage;

/// <summary>The pages about elections: an administrator opens one, a coordinator sees their own, and a training election says everywhere that it is one.</summary>
public sealed class OpeningPageTests(Tracker tracker)
{
    private static readonly (string Name, string Value) Administrator = Sign.As("administrator", "manage-chief");

    private static int numbers;

    [Fact]
    public async Task Open_ByForm_IsOpenAndListed()
    {
        var (id, code) = AName();
        using var browser = new Browser(tracker, Administrator);

        var sent = await OpenAsync(browser, id, code, "false");

        Assert.Equal((303, $"/manage/elections/{id}"), (sent.Status, sent.Location));
        var page = await browser.OpenAsync(sent.Location!);
        Assert.Equal(200, page.Status);
        Assert.Contains("10 January 2021", page.Text, StringComparison.Ordinal);
        Assert.Contains("KZ-2020@1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("app-practice", page.Html, StringComparison.Ordinal);
        Assert.Contains($"/manage/elections/{id}\"", (await browser.OpenAsync("/manage")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TheSameFormTwice_OpensOne()
    {
        var (id, code) = AName();
        using var browser = new Browser(tracker, Administrator);

        var first = await OpenAsync(browser, id, code, "false");
        var second = await OpenAsync(browser, id, code, "false");

        Assert.Equal((303, 303), (first.Status, second.Status));
    }

    [Fact]
    public async Task Open_NotFilledIn_SaysSoAtEachFieldAndKeepsWhatWasTyped()
    {
        using var browser = new Browser(tracker, Administrator);
        var page = await browser.OpenAsync("/manage/new-election");

        var refused = await browser.SendAsync(
            page, ("opening.id", "Bad Name"), ("opening.code", "OIL"), ("opening.electionDay.day", "31"), ("opening.electionDay.month", "2"), ("opening.electionDay.year", "2021"));
        var halfADay = await browser.SendAsync(page, ("opening.electionDay.day", "10"));

        Assert.Equal((400, 400), (refused.Status, halfADay.Status));
        Assert.Contains("Fill in “Name of the election”", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Choose an answer: “Law”", refused.Text, StringComparison.Ordinal);
        Assert.Contains("“Election day”: there is no such day.", refused.Text, StringComparison.Ordinal);
        Assert.All(new[] { "name", "id", "code", "electionDay", "rulebook" }, field => Assert.Contains($"id=\"opening-{field}-error\"", refused.Html, StringComparison.Ordinal));
        Assert.Equal(("Bad Name", "31"), (refused.Holds("opening.id"), refused.Holds("opening.electionDay.day")));
        Assert.StartsWith("Error:", refused.Title, StringComparison.Ordinal);
        Assert.Contains("give the day, the month and the year.", halfADay.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_CodeOfAnother_IsRefusedAtItsField()
    {
        var (id, code) = AName();
        using var browser = new Browser(tracker, Administrator);
        await OpenAsync(browser, id, code, "false");

        var refused = await OpenAsync(browser, $"{id}-b", code, "false");

        Assert.Equal(409, refused.Status);
        Assert.Contains("href=\"#opening-id\"", refused.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Training")]
    [InlineData("ru", "Учебные выборы")]
    [InlineData("kk", "Жаттығу сайлауы")]
    public async Task Practice_OnEveryPageOfItsComplaints_IsSaidInEachLanguage(string language, string said)
    {
        var (id, code) = AName();
        using var chief = new Browser(tracker, Administrator);
        await OpenAsync(chief, id, code, "true");
        var complaint = await RecordedAsync(id);
        using var browser = new Browser(tracker, language);

        foreach (var address in new[]
        {
            $"/complaints/{complaint}", $"/complaints/{complaint}/receipt", $"/complaints/{complaint}/steps/Lodge", $"/complaints/{complaint}/reads",
            $"/register?election={id}", $"/manage/elections/{id}", $"/manage/elections/{id}/team",
        })
        {
            var page = await browser.OpenAsync(address);
            Assert.True(page.Status == 200, $"{address}: {page.Status}");
            Assert.True(page.Html.Contains($"<p class=\"app-practice\"><strong class=\"govuk-tag govuk-tag--orange\">{said}</strong>", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task Practice_Receipt_SaysItInWhatIsSigned()
    {
        var (id, code) = AName();
        using var chief = new Browser(tracker, Administrator);
        await OpenAsync(chief, id, code, "true");

        var practised = await tracker.GetAsync($"api/complaints/{await RecordedAsync(id)}/receipt");
        var real = await tracker.GetAsync($"api/complaints/{await RecordedAsync((await tracker.AnElectionAsync()).Id)}/receipt");

        Assert.True(practised.Json.GetProperty("receipt").GetProperty("training").GetBoolean());
        Assert.False(real.Json.GetProperty("receipt").TryGetProperty("training", out _));
        var verified = await tracker.PostAsync("api/receipts/verify", practised.Text);
        Assert.Equal(200, verified.Status);
        var pretended = await tracker.PostAsync("api/receipts/verify", practised.Text.Replace("\"training\":true,", "", StringComparison.Ordinal));
        Assert.NotEqual(verified.Text, pretended.Text);
    }

    [Fact]
    public async Task Practice_Bundle_SaysItInItsTimeline()
    {
        var (id, code) = AName();
        using var chief = new Browser(tracker, Administrator);
        await OpenAsync(chief, id, code, "true");

        Assert.Contains("This is practice", await TimelineAsync(id), StringComparison.Ordinal);
        Assert.DoesNotContain("practice", await TimelineAsync((await tracker.AnElectionAsync()).Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Practice_Statistics_CountNothingOfIt()
    {
        var (id, code) = AName();
        using var chief = new Browser(tracker, Administrator);
        await OpenAsync(chief, id, code, "true");
        await RecordedAsync(id);

        var statistics = await tracker.GetAsync($"api/elections/{id}/statistics");

        Assert.Equal(200, statistics.Status);
        Assert.Empty(statistics.Json.GetProperty("measures").EnumerateArray());
    }

    [Fact]
    public async Task Practice_ToAStranger_IsNotTold()
    {
        var (id, code) = AName();
        using var chief = new Browser(tracker, Administrator);
        await OpenAsync(chief, id, code, "true");
        var complaint = await RecordedAsync(id);
        using var stranger = new Browser(tracker, Sign.As("nobody", "manage-stranger"));

        var refused = await stranger.OpenAsync($"/complaints/{complaint}");

        Assert.NotEqual(200, refused.Status);
        Assert.DoesNotContain("app-practice", refused.Html, StringComparison.Ordinal);
    }

    // What is refused says nothing anyhow; here the page itself is open to everybody.
    [Theory]
    [InlineData("/?election=")]
    [InlineData("/follow?election=")]
    [InlineData("/rulebooks?election=")]
    public async Task Practice_OnAPageForEverybody_IsToldOnlyToWhoHasAPart(string address)
    {
        var (id, code) = AName();
        using var chief = new Browser(tracker, Administrator);
        await OpenAsync(chief, id, code, "true");
        using var observer = new Browser(tracker, Sign.As("observer", "manage-observer"));
        using var stranger = new Browser(tracker, Sign.As("nobody", "manage-stranger"));

        var (part, none) = (await observer.OpenAsync(address + id), await stranger.OpenAsync(address + id));

        Assert.Equal((200, 200), (part.Status, none.Status));
        Assert.Contains("app-practice", part.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("app-practice", none.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Practice_AskedByACheck_IsOfferedOnlyToWhoHasAPart()
    {
        var (id, code) = AName();
        using var chief = new Browser(tracker, Administrator);
        await OpenAsync(chief, id, code, "true");
        using var observer = new Browser(tracker, Sign.As("observer", "manage-observer"));
        using var stranger = new Browser(tracker, Sign.As("nobody", "manage-stranger"));

        var (part, none) = (await observer.OpenAsync($"/check/act?election={id}"), await stranger.OpenAsync($"/check/act?election={id}"));

        Assert.Contains("name=\"challengedActor\"", part.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"challengedActor\"", none.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("app-practice", none.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{id}\"", (await stranger.OpenAsync("/check")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manage_AsACoordinator_ShowsTheirOwnElectionsAndNoDoorOfAnAdministrator()
    {
        var (own, other) = (await tracker.AnElectionAsync(), await tracker.AnElectionAsync());
        using var chief = new Browser(tracker, Administrator);
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{own.Id}/team"), ("_person", "manage-coordinator"), ("roles", "coordinator"));
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{other.Id}/team"), ("_person", "manage-far"), ("roles", "coordinator"));
        using var browser = new Browser(tracker, Sign.As("nobody", "manage-coordinator"));
        using var observer = new Browser(tracker, Sign.As("observer", "manage-observer"));

        var page = await browser.OpenAsync("/manage");

        Assert.Contains($"/manage/elections/{own.Id}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/manage/elections/{other.Id}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/manage/new-election", page.Html, StringComparison.Ordinal);
        Assert.Equal(403, (await browser.OpenAsync($"/manage/elections/{other.Id}")).Status);
        Assert.Equal(403, (await browser.OpenAsync("/manage/new-election")).Status);
        Assert.Equal(403, (await observer.OpenAsync("/manage")).Status);
        Assert.Equal(404, (await chief.OpenAsync("/manage/elections/nowhere")).Status);
    }

    private static async Task<Shown> OpenAsync(Browser browser, string id, string code, string isTraining) => await browser.SendAsync(
        await browser.OpenAsync("/manage/new-election"),
        ("opening.name", "An election by form"), ("opening.id", id), ("opening.code", code), ("opening.rulebook", "KZ-2020@1"), ("opening.isTraining", isTraining),
        ("opening.electionDay.day", "10"), ("opening.electionDay.month", "1"), ("opening.electionDay.year", "2021"));

    private async Task<string> TimelineAsync(string election)
    {
        using var bundle = new ABundle(
            await tracker.Http.GetByteArrayAsync($"api/complaints/{await RecordedAsync(election)}/bundle", TestContext.Current.CancellationToken), (await tracker.GetAsync("api/keys")).Text);
        return bundle.Text("timeline.txt");
    }

    private async Task<string> RecordedAsync(string election)
    {
        var recorded = await tracker.PostAsync(
            "api/complaints", new { election, matter = "complaint", challengedActor = "PEC", challengedActKind = "action", occurredAt = "2021-01-10T10:00:00+06:00", placeZone = "Asia/Almaty" });
        Assert.True(recorded.Status == 201, recorded.Text);
        return recorded.Json.GetProperty("id").GetString()!;
    }

    private static (string Id, string Code) AName()
    {
        var number = Interlocked.Increment(ref numbers);
        return (string.Create(CultureInfo.InvariantCulture, $"opened-{number}"), string.Create(CultureInfo.InvariantCulture, $"P{number:D4}"));
    }
}
