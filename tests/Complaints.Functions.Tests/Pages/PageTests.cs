using System.IO.Compression;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Complaints.Functions.Tests.Pages;

public sealed class PageTests(Tracker tracker)
{
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("en", "Complaints")]
    [InlineData("ru", "Жалобы")]
    [InlineData("kk", "Шағымдар")]
    public async Task EveryPage_InEachLanguage_SaysWhichAndIsComplete(string language, string product)
    {
        using var browser = new Browser(tracker, $"fr,{language};q=0.8,en;q=0.1");
        await tracker.AnElectionAsync(); // with one alone the register of no election leads on to its register
        var election = await tracker.AnElectionAsync();
        var complaint = await AForm.RecordedAsync(browser, election);
        var id = AForm.IdOf(complaint);
        var lodged = await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "SC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        Shown[] pages =
        [
            complaint, lodged, await browser.OpenAsync("/"), await browser.OpenAsync($"/register?election={election.Id}"), await browser.OpenAsync("/register"),
            await browser.OpenAsync("/complaints/new"), .. await ADraft.PagesAsync(browser, election), await browser.OpenAsync($"/complaints/{id}/steps/Decide?proceeding=1"), await browser.OpenAsync($"/complaints/{id}/corrections"), await browser.OpenAsync($"/complaints/{id}/corrections/1/occurredAt"),
            await browser.OpenAsync($"/complaints/{id}/facts/retaliation"), await browser.OpenAsync($"/complaints/{id}/documents"), await browser.OpenAsync($"/complaints/{id}/undo"),
            await browser.OpenAsync($"/complaints/{id}/paper"), await browser.OpenAsync($"/complaints/{id}/history"), await browser.OpenAsync($"/complaints/{id}/alerts"),
            await browser.OpenAsync($"/complaints/{id}/hold"),
        ];

        Assert.All(pages, page =>
        {
            Assert.Equal((200, language), (page.Status, page.Language));
            Assert.EndsWith($" – {product}", page.Title, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{\d\}", page.Text);
            AssertNothingRuns(page);
        });
    }

    [Fact]
    public async Task Language_Chosen_IsRemembered()
    {
        using var browser = new Browser(tracker);

        Assert.Equal("en", (await browser.OpenAsync("/")).Language);
        Assert.Equal("kk", (await browser.OpenAsync("/?lang=kk")).Language);
        Assert.Equal("kk", (await browser.OpenAsync("/rulebooks")).Language);
        Assert.Equal("ru", (await browser.OpenAsync("/?lang=ru")).Language);
        Assert.Equal("ru", (await browser.OpenAsync("/?lang=xx")).Language);
    }

    [Fact]
    public async Task Language_OfManyPagesAtOnce_IsNeverMixedUp()
    {
        using var english = new Browser(tracker, "en");
        using var russian = new Browser(tracker, "ru");
        using var kazakh = new Browser(tracker, "kk");
        Browser[] browsers = [english, russian, kazakh];

        var shown = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => browsers[i % 3].OpenAsync("/complaints/new")));

        Assert.All(shown.Select((page, i) => (page, i)), each =>
        {
            Assert.Equal(new[] { "en", "ru", "kk" }[each.i % 3], each.page.Language);
            Assert.Contains(new[] { "You answer one question a page", "На каждой странице один вопрос", "Әр бетте бір сұрақ бар" }[each.i % 3], each.page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Script_InAnyField_IsShownAndNeverRuns()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var place = Script[..35];
        var page = await AForm.RecordedAsync(browser, election, ("precinct", place), ("narrative", Script), ("identity.name", Script));
        var id = AForm.IdOf(page);
        var lodged = await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "SC"), ("forumName", Script), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        var decided = await AForm.StepAsync(browser, id, "Decide", 1, [("outcome", "upheld"), ("wording", Script), ("decidedBy", Script), .. AForm.Moment("at", 12, 1, 2021, "9:00")]);
        var draft = await AForm.BegunAsync(browser, ("matter", Script), ("narrative", Script), ("precinct", Script), ("challengedAct", Script), ("complainant", Script), ("occurredAt.day", Script), ("placeZone", Script));
        var again = await browser.OpenAsync(AForm.PageOf(draft, "story"));
        Shown[] others = [await browser.OpenAsync(AForm.PageOf(draft, "check")), await browser.OpenAsync(AForm.PageOf(draft, "when")), await browser.OpenAsync(AForm.PageOf(draft, "act")), await browser.OpenAsync(AForm.PageOf(draft, "person"))];
        var register = await browser.OpenAsync($"/register?election={Uri.EscapeDataString(Script)}");
        var missing = await browser.OpenAsync($"/complaints?reference={Uri.EscapeDataString(Script)}");

        Assert.All([page, lodged, decided, again, .. others, register, missing, await browser.OpenAsync($"/complaints/{Uri.EscapeDataString(Script)}")], AssertNothingRuns);
        Assert.Contains(place, page.Text, StringComparison.Ordinal);
        Assert.Contains(Script, decided.Text, StringComparison.Ordinal);
        Assert.Equal(Script, again.Holds("narrative"));
        Assert.DoesNotContain(Script, page.Text.Replace(place, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/complaints/KZ21P-4F7K2Q9D-A", "its check character does not fit")]
    [InlineData("/complaints/nonsense", "This is not a reference")]
    [InlineData("/complaints?reference=nonsense", "This is not a reference")]
    [InlineData("/register?election=none", "There is no such election here")]
    public async Task NotFound_OfAnyKind_HelpsOn(string path, string sentence)
    {
        using var browser = new Browser(tracker);

        var page = await browser.OpenAsync(path);

        Assert.Equal(404, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"reference\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ReferenceInAnySpelling_LeadsToTheComplaint()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));

        var found = await browser.OpenAsync($"/complaints?reference=%20{id.ToUpperInvariant().Replace('0', 'o')}");

        Assert.Equal((303, $"/complaints/{id}"), (found.Status, found.Location));
    }

    [Fact]
    public async Task Register_OfManyComplaints_GoesOnPageByPage()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();

        for (var i = 0; i < 52; i++)
        {
            await tracker.PostAsync("api/complaints", new { election = election.Id, matter = "complaint", challengedActor = "PEC" });
        }

        var first = await browser.OpenAsync($"/register?election={election.Id}");
        var next = Regex.Match(first.Html, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        var second = await browser.OpenAsync("/register" + System.Net.WebUtility.HtmlDecode(next));

        Assert.Equal((50, 2), (RowsOf(first), RowsOf(second)));
        Assert.Contains("Next page (2 more)", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second.Html, StringComparison.Ordinal);
    }

    // The readers of these pages pay by the byte: 150 kB for the first page with its files, 30 kB for each one after it.
    [Fact]
    public async Task Pages_AsSent_AreSmall()
    {
        using var browser = new Browser(tracker, "ru");
        var election = await tracker.AnElectionAsync();
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, election));

        for (var i = 0; i < 50; i++)
        {
            await tracker.PostAsync("api/complaints", new { election = election.Id, matter = "complaint", challengedActor = "PEC", subject = "observer_rights.removal" });
        }

        foreach (var path in new[] { "/", $"/register?election={election.Id}", $"/complaints/{id}", "/complaints/new", $"/complaints/{id}/steps/Lodge", $"/complaints/{id}/facts/hearing", $"/complaints/{id}/history" })
        {
            var page = await SentAsync(path);
            var files = Regex.Matches(Unzipped(page), "(?:href|src)=\"(/assets/[^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
            var sizes = await Task.WhenAll(files.Select(async file => (await SentAsync(file)).Length));

            Assert.Equal(3, files.Count);
            Assert.InRange(page.Length, 1, 30_000);
            Assert.InRange(page.Length + sizes.Sum(), 1, 150_000);
            TestContext.Current.SendDiagnosticMessage($"{path.Split('?')[0]}: {page.Length} bytes, with its files {page.Length + sizes.Sum()}.");
        }
    }

    [Fact]
    public async Task Assets_ByTheirName_AreKeptForGood()
    {
        using var browser = new Browser(tracker);
        var start = await browser.OpenAsync("/");

        foreach (Match link in Regex.Matches(start.Html, "href=\"(/assets/[^\"]+)\""))
        {
            var asset = await browser.OpenAsync(link.Groups[1].Value);
            Assert.Equal((200, "public, max-age=31536000, immutable"), (asset.Status, asset.Response.Headers.GetValues("Cache-Control").Single()));
            Assert.DoesNotContain("GDS Transport", asset.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("crest", asset.Html, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await browser.OpenAsync("/assets/govuk-frontend.min.000000000000.css")).Status);
    }

    [Fact]
    public async Task Problem_AtAJsonDoor_StaysJsonAndEnglish()
    {
        using var browser = new Browser(tracker, "ru");

        var answer = await browser.OpenAsync("/api/complaints/nonsense");

        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.Response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("is not a reference", answer.Html, StringComparison.Ordinal);
    }

    private static void AssertNothingRuns(Shown page)
    {
        var tags = Regex.Replace(page.Html, "=\"[^\"]*\"", "=");
        Assert.DoesNotMatch("<script|<img|<[^>]*\\son[a-z]+=|<[^>]*\\sstyle=|<style", tags);
        Assert.Contains("default-src 'none'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static int RowsOf(Shown page) => Regex.Count(page.Html, "<a class=\"govuk-link app-reference\"");

    private static string Unzipped(byte[] zipped)
    {
        using var reader = new System.IO.StreamReader(new GZipStream(new System.IO.MemoryStream(zipped), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private async Task<byte[]> SentAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip");
        request.Headers.Add("Accept-Language", "ru");
        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
