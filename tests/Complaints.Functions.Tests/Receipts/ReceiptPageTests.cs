using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>The pages of receipts: one to print, and one on which anybody checks one.</summary>
[Collection(typeof(Still))]
public sealed class ReceiptPageTests(StillTracker still)
{
    private readonly Tracker tracker = still.Tracker;

    [Theory]
    [InlineData("en", "The receipt is genuine", "The record still contains", "No key of this tracker")]
    [InlineData("ru", "Квитанция подлинная", "по-прежнему в деле", "Ни одним ключом")]
    [InlineData("kk", "Түбіртек шынайы", "істе сақталған және өзгертілмеген", "бірде-бір кілтімен қол қойылмаған")]
    public async Task Receipt_CopiedFromItsPage_IsGenuineAndAChangedOneIsNot(string language, string genuine, string held, string forged)
    {
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        using var browser = new Browser(tracker, language);

        var page = await browser.OpenAsync($"/complaints/{complaint.Id}/receipt");
        var text = WebUtility.HtmlDecode(Regex.Match(page.Html, "<pre class=\"app-signed\">(.*?)</pre>").Groups[1].Value);
        var form = await browser.OpenAsync("/receipts/verify");
        var good = await browser.SendAsync(form, ("receipt", text));
        var bad = await browser.SendAsync(form, ("receipt", text.Replace("\"version\":4", "\"version\":3", StringComparison.Ordinal)));

        Assert.Equal((200, 200, 200, language), (page.Status, good.Status, bad.Status, good.Language));
        Assert.Contains(genuine, good.Text, StringComparison.Ordinal);
        Assert.Contains(held, good.Text, StringComparison.Ordinal);
        Assert.Contains(forged, bad.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(held, bad.Text, StringComparison.Ordinal);
        Assert.All(new[] { page, form, good, bad }, each => Assert.DoesNotMatch(@"\{\d\}", each.Text.Replace(text, "", StringComparison.Ordinal)));
        Assert.All(ACase.Canaries, canary => Assert.DoesNotContain(canary, page.Html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Verify_AsAFile_IsRead()
    {
        var receipt = await AReceipt.OfAsync(tracker, await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync()));
        using var browser = new Browser(tracker);
        var form = await browser.OpenAsync("/receipts/verify");
        using var content = new MultipartFormDataContent { { new StringContent(form.Holds("_token")), "_token" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(receipt.Text)), "file", "r.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "receipts/verify") { Content = content };
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(tracker.Http.BaseAddress!));

        var shown = await Shown.OfAsync("/receipts/verify", await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(200, shown.Status);
        Assert.Contains("The receipt is genuine", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithWhatWasCopiedAlong_IsRead()
    {
        var receipt = await AReceipt.OfAsync(tracker, await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync()));
        using var browser = new Browser(tracker);

        var shown = await browser.SendAsync(await browser.OpenAsync("/receipts/verify"), ("receipt", $"\ufeffMy receipt:\n{receipt.Text}\n-- \nSent from a telephone"));

        Assert.Equal(200, shown.Status);
        Assert.Contains("The receipt is genuine", shown.Text, StringComparison.Ordinal);
    }

    // The form is in parts, because it may hold a file; where none was chosen, what was pasted comes back.
    [Fact]
    public async Task Verify_UnderAnOldToken_GivesBackWhatWasPasted()
    {
        using var before = new Browser(tracker);
        var form = await before.OpenAsync("/receipts/verify");
        using var after = new Browser(tracker, ("Sec-Fetch-Site", "same-origin"));
        using var elsewhere = new Browser(tracker);

        var refused = await after.UploadAsync(form, [], "/receipts/verify", ("receipt", "pasted long ago"));
        var planted = await elsewhere.UploadAsync(form, [], "/receipts/verify", ("receipt", "pasted long ago"));
        var read = await after.SendAsync(refused);

        Assert.Equal((400, "pasted long ago"), (refused.Status, refused.Holds("receipt")));
        Assert.DoesNotContain("pasted long ago", planted.Html, StringComparison.Ordinal);
        Assert.Contains("no receipt of this tracker", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Это не квитанция этой системы")]
    [InlineData("kk", "осы жүйенің түбіртегі емес")]
    public async Task Verify_NoReceipt_SaysSoInPlainWords(string language, string said)
    {
        using var browser = new Browser(tracker, language);

        var again = await browser.SendAsync(await browser.OpenAsync("/receipts/verify"), ("receipt", "сәлем {"));

        Assert.Equal((400, "сәлем {"), (again.Status, again.Holds("receipt")));
        Assert.Contains(said, again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("JSON", again.Text.Replace(".json", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Paste the receipt")]
    [InlineData("hello", "no receipt of this tracker")]
    [InlineData("} {", "no receipt of this tracker")]
    [InlineData("{}", "from the first curly brace to the last")]
    [InlineData("""{"receipt":{},"signature":"x","more":1}""", "no receipt of this tracker")]
    public async Task Verify_NoReceipt_AsksAgain(string pasted, string expected)
    {
        using var browser = new Browser(tracker);

        var again = await browser.SendAsync(await browser.OpenAsync("/receipts/verify"), ("receipt", pasted));

        Assert.Equal(400, again.Status);
        Assert.Contains(expected, again.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(pasted, again.Holds("receipt"));
        Assert.Contains("<a href=\"#receipt\">", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("found-title", again.Html, StringComparison.Ordinal);
    }
}
