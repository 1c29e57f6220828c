using System.Net.Http;
using System.Net.Http.Headers;
using Complaints.Functions.Tests.Docket;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A document that does not arrive whole is answered on the page it was sent from, and nothing of it is kept.</summary>
public sealed class CutOffPageTests(Tracker tracker)
{
    [Theory]
    [InlineData("en", "The form arrived incomplete. Send it again.")]
    [InlineData("ru", "Форма дошла не полностью. Отправьте её ещё раз.")]
    [InlineData("kk", "Нысан толық жетпеді. Қайта жіберіңіз.")]
    public async Task Upload_CutOff_IsToldOnItsPage(string language, string said)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var browser = new Browser(tracker, language);
        var draft = await AForm.BegunAsync(browser, AForm.OfAComplaint(await tracker.AnElectionAsync()));
        var (added, drafted) = ($"/complaints/{complaint.Id}/documents", AForm.PageOf(draft, "documents"));

        var toTheComplaint = await SendAsync(browser, await browser.OpenAsync(added), added, language);
        var toTheDraft = await SendAsync(browser, await browser.OpenAsync(drafted), $"{drafted}/add", language);

        Assert.All([toTheComplaint, toTheDraft], answer => Assert.Equal((400, "text/html"), (answer.Status, answer.MediaType)));
        Assert.All([toTheComplaint, toTheDraft], answer => Assert.Contains(said, System.Net.WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal));
        Assert.Equal(["Recorded"], await complaint.HistoryAsync());
        Assert.DoesNotContain("half.txt", (await browser.OpenAsync(drafted)).Text, StringComparison.Ordinal);
    }

    /// <summary>Sends what a page's form holds and a file of it, but not the end.</summary>
    private Task<Answer> SendAsync(Browser browser, Shown page, string address, string language)
    {
        var fields = page.Held.Where(each => each.Name.StartsWith('_')).DistinctBy(each => each.Name)
            .Select(each => $"--cut\r\nContent-Disposition: form-data; name=\"{each.Name}\"\r\n\r\n{each.Value}\r\n");
        var body = new StringContent($"{string.Concat(fields)}--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.txt\"\r\n\r\nhalf of i");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=cut");
        return tracker.SendAsync(
            HttpMethod.Post, address, body, ("Cookie", browser.Cookies.GetCookieHeader(tracker.Http.BaseAddress!)), ("Accept-Language", language));
    }
}
