using System.Net.Http;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>A complainant follows their own complaint with its code, and sees of it what is theirs to see.</summary>
[Collection(typeof(Still))]
public sealed class FollowTests(StillTracker still)
{
    private readonly Tracker tracker = still.Tracker;

    [Fact]
    public async Task Follow_WithItsCode_TellsWhereItStandsAndNoMore()
    {
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        var code = await AFollower.CodeAsync(tracker, complaint);
        var noted = await tracker.PostAsync($"{complaint.Path}/facts", new { fact = "retaliation", at = "2020-12-18T10:00:00+06:00" });
        Assert.True(noted.Status == 200, noted.Text);
        using var follower = new AFollower(tracker);

        var answer = await Answer.OfAsync(await follower.TryAsync(complaint.Id.ToUpperInvariant(), $" {code.ToLowerInvariant().Replace('0', 'o').Replace("-", " ", StringComparison.Ordinal)}"));

        Assert.True(answer.Status == 200, answer.Text);
        var it = answer.Json;
        Assert.Equal(["reference", "position", "forum", "timeliness", "deadlines", "history", "receipt"], it.EnumerateObject().Select(each => each.Name));
        Assert.Equal(("Commission", "Decided", "TEC"), (Of(it.GetProperty("position"), "instance"), Of(it.GetProperty("position"), "stage"), Of(it, "forum")));
        Assert.Equal(["Recorded", "DocumentAdded", "Lodge", "Decide"], it.GetProperty("history").EnumerateArray().Select(each => Of(each, "kind")));
        Assert.Equal("dismissed_merits", Of(it.GetProperty("history")[3], "outcome"));
        Assert.Equal(1, it.GetProperty("receipt").GetProperty("receipt").GetProperty("documents").GetArrayLength());
        Assert.Equal("""{"isSigned":true,"key":"development","isInRecord":true}""", (await tracker.PostAsync("api/receipts/verify", it.GetProperty("receipt").GetRawText())).Text);
        Assert.All(ACase.Canaries, canary => Assert.DoesNotContain(canary, answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("\"by\"", answer.Text, StringComparison.Ordinal);
    }

    // The record stays, so the code that was given for it still opens it: its course and no more. What was told is gone, and no other code is to be had.
    [Fact]
    public async Task Follow_WithTheCodeOfAnErasedComplaint_TellsItsCourseAndNothingOfItsParty()
    {
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        var code = await AFollower.CodeAsync(tracker, complaint);
        var erased = await tracker.PostAsync($"{complaint.Path}/erase", new { reason = "party_request" });
        Assert.True(erased.Status == 200, erased.Text);
        using var follower = new AFollower(tracker);

        var answer = await Answer.OfAsync(await follower.TryAsync(complaint.Id, code));
        var wrong = await Answer.OfAsync(await follower.TryAsync(complaint.Id, AFollower.Wrong));

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("Erased", Of(answer.Json.GetProperty("history").EnumerateArray().Last(), "kind"));
        Assert.All(ACase.Canaries, canary => Assert.DoesNotContain(canary, answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch("u-[0-9a-f]{16}", answer.Text);
        Assert.Equal((404, "follow.none"), (wrong.Status, wrong.Codes.Single()));
    }

    [Fact]
    public async Task Follow_TypedFromPaperOrCopiedFromAMessenger_IsFound()
    {
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        var code = await AFollower.CodeAsync(tracker, complaint);
        using var browser = new Browser(tracker);
        var form = await browser.OpenAsync("/follow");

        foreach (var (reference, typed) in new[]
        {
            (complaint.Id.Replace("-", " – ", StringComparison.Ordinal), code.ToLowerInvariant().Replace("-", "\u2011", StringComparison.Ordinal)),
            ($"\u00a0{complaint.Id.Replace("-", "—", StringComparison.Ordinal)}\u200b", $" {code.Replace("-", " — ", StringComparison.Ordinal)} "),
            (complaint.Id.Replace("-", " ", StringComparison.Ordinal), string.Join(' ', code.ToCharArray())),
        })
        {
            var found = await browser.SendAsync(form, ("reference", reference), ("code", typed));
            Assert.Equal((reference, 200), (reference, found.Status));
            Assert.Contains(complaint.Id.ToUpperInvariant(), found.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "Receipt code", "dismissed on the merits")]
    [InlineData("ru", "Код квитанции", "отказано по существу")]
    [InlineData("kk", "Түбіртек коды", "мәні бойынша қанағаттандырудан бас тартылды")]
    public async Task Follow_OnThePage_ShowsItWithoutSessionOrCache(string language, string label, string outcome)
    {
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        var code = await AFollower.CodeAsync(tracker, complaint);
        using var browser = new Browser(tracker, language);

        var form = await browser.OpenAsync("/follow");
        var shown = await browser.SendAsync(form, ("reference", complaint.Id), ("code", code));

        Assert.Equal((200, 200, language), (form.Status, shown.Status, shown.Language));
        Assert.Contains(label, form.Text, StringComparison.Ordinal);
        Assert.Contains(complaint.Id.ToUpperInvariant(), shown.Text, StringComparison.Ordinal);
        Assert.Contains("\"signature\":", shown.Text, StringComparison.Ordinal);
        Assert.Contains(outcome, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\d\}|u-[0-9a-f]{16}", shown.Text);
        Assert.Null(AForm.CodeIn(shown));
        Assert.All(ACase.Canaries, canary => Assert.DoesNotContain(canary, shown.Html, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("no-store", shown.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["complaints-form"], browser.Cookies.GetAllCookies().Select(each => each.Name));
        Assert.False(shown.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Follow_OnThePageWithAWrongCode_AsksAgainAndKeepsTheReferenceOnly()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var browser = new Browser(tracker);
        var form = await browser.OpenAsync("/follow");

        var again = await browser.SendAsync(form, ("reference", complaint.Id), ("code", AFollower.Wrong));
        var empty = await browser.SendAsync(form);
        var malformed = await browser.SendAsync(form, ("reference", complaint.Id[..^1] + "!"), ("code", "4F7K"));

        Assert.Equal((404, 400, 404), (again.Status, empty.Status, malformed.Status));
        Assert.Equal((complaint.Id, ""), (again.Holds("reference"), again.Holds("code")));
        Assert.Contains("no complaint with this reference and this code", again.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#code\">", malformed.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#reference\">", malformed.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"reference":"x"}""", 400, "field.missing")]
    [InlineData("""{"reference":"x","code":"0000-0000-0000-0000-0000"}""", 404, "reference.malformed")]
    [InlineData("""{"reference":"T0001-00000000-X","code":"0000"}""", 404, "reference.mistyped")]
    [InlineData("""{"reference":"x","code":"0000-0000-0000-0000-0000","more":1}""", 400, "field.unknown")]
    public async Task Follow_NotFilledIn_SaysWhatIsWrong(string json, int status, string code)
    {
        var answer = await tracker.PostAsync("api/follow", json);

        Assert.Equal((status, code), (answer.Status, answer.Codes.First()));
    }

    // Whether there is no such complaint, none with a code, or another code: status, body and headers are the same.
    [Fact]
    public async Task Follow_WrongCodeOrNoComplaint_LooksTheSame()
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var codeless = await AComplaint.RecordedAsync(tracker, election);
        await AFollower.CodeAsync(tracker, complaint);
        using var follower = new AFollower(tracker);

        var wrong = await SeenAsync(await follower.TryAsync(complaint.Id, AFollower.Wrong));
        var none = await SeenAsync(await follower.TryAsync(AFollower.Missing(election, "none"), AFollower.Wrong));
        var without = await SeenAsync(await follower.TryAsync(codeless.Id, AFollower.Wrong));

        Assert.StartsWith("404", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, none);
        Assert.Equal(wrong, without);
    }

    [Fact]
    public async Task Follow_WrongCodeOrNoComplaint_TakesAsLong()
    {
        const int rounds = 12;
        var election = await tracker.AnElectionAsync();
        var complaints = await Task.WhenAll(Enumerable.Range(0, rounds / 3).Select(_ => AComplaint.RecordedAsync(tracker, election)));
        await Task.WhenAll(complaints.Select(each => AFollower.CodeAsync(tracker, each)));
        await AFollower.TimeAsync(tracker, AFollower.Missing(election, "warm"));
        var (wrong, none) = (new List<TimeSpan>(), new List<TimeSpan>());

        // Side by side, so that a busy machine slows both.
        for (var round = 0; round < rounds; round++)
        {
            wrong.Add(await AFollower.TimeAsync(tracker, complaints[round / 3].Id));
            none.Add(await AFollower.TimeAsync(tracker, AFollower.Missing(election, $"time {round}")));
        }

        var (some, other) = (Median(wrong), Median(none));
        TestContext.Current.SendDiagnosticMessage($"A wrong code takes {some.TotalMilliseconds:F0} ms, a missing complaint {other.TotalMilliseconds:F0} ms.");
        Assert.True(some / other is > 0.5 and < 2, $"A wrong code takes {some.TotalMilliseconds:F0} ms, a missing complaint {other.TotalMilliseconds:F0} ms.");
    }

    private static TimeSpan Median(List<TimeSpan> all) => all.Order().ElementAt(all.Count / 2);

    private static string Of(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>All that can be seen of an answer, less the hour.</summary>
    private static async Task<string> SeenAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(each => each.Key != "Date").Select(each => $"{each.Key}: {string.Join(", ", each.Value)}");
            return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }
    }
}
