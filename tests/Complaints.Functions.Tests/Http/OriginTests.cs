using System.Net.Http;
using System.Text;

namespace Complaints.Functions.Tests.Http;

/// <summary>Who may send something that changes the record: our own pages and programs, never a page of another site.</summary>
public sealed class OriginTests(Tracker tracker)
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 201)]
    [InlineData("Sec-Fetch-Site", "none", 201)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://127.0.0.1:1", 201)] // the host is ours; browsers say same-site of it
    public async Task Add_ADocument_OnlyFromOurOwnSite(string header, string value, int status)
    {
        var complaint = await Docket.AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var form = new MultipartFormDataContent { { new ByteArrayContent("A note."u8.ToArray()), "file", "note.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{complaint.Path}/documents") { Content = form };
        request.Headers.TryAddWithoutValidation(header, value);

        var answer = await Answer.OfAsync(await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.True(answer.Status == status, answer.Text);
        Assert.Equal(status == 201 ? 2 : 1, (await complaint.ReadAsync()).GetProperty("version").GetInt32());
    }

    // An image or a link on a page elsewhere would write a read into the chain, in the name of whoever looks at that page.
    [Theory]
    [InlineData("api/complaints/{0}/documents/1", "cross-site", 403)]
    [InlineData("api/complaints/{0}/documents/1", "same-site", 403)]
    [InlineData("complaints/{0}/documents/1/file", "cross-site", 403)]
    [InlineData("api/complaints/{0}/documents/1", "same-origin", 200)]
    [InlineData("api/complaints/{0}/documents/1", "none", 200)]
    public async Task Read_ADocument_OnlyFromOurOwnSite(string address, string site, int status)
    {
        var complaint = await Verifier.ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());

        var answer = await tracker.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, complaint.Id), ("Sec-Fetch-Site", site));

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? 1 : 0, (await tracker.GetAsync($"{complaint.Path}/reads")).Json.GetProperty("reads").GetArrayLength());
    }

    [Theory]
    [InlineData("GET", "api/health", "cross-site", 200)] // reading from a link elsewhere is allowed
    [InlineData("POST", "complaints/drafts", "cross-site", 403)]
    [InlineData("POST", "api/elections/none/import", "cross-site", 403)]
    public async Task Call_FromAnotherSite_ReadsAndNeverChanges(string method, string path, string site, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Add("Sec-Fetch-Site", site);

        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    // Pages send no referrer, so a browser writes the origin of our own form as null.
    [Fact]
    public async Task Send_OurOwnForm_WithTheOriginABrowserGivesIt_IsTaken()
    {
        var election = await tracker.AnElectionAsync();
        Assert.Equal(200, (await tracker.GetAsync($"api/complaints?election={election.Id}")).Status); // asked for by name, the tracker knows it from then on
        using var browser = new Pages.Browser(tracker);
        var form = await browser.OpenAsync("/complaints/new");
        using var content = new FormUrlEncodedContent([.. form.Held.Select(each => KeyValuePair.Create(each.Name, each.Value))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "complaints/drafts") { Content = content };
        request.Headers.Add("Origin", "null");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(tracker.Http.BaseAddress!));

        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(303, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData("localhost", 200)]
    [InlineData("[::1]:7071", 200)]
    [InlineData("127.0.0.1:7071", 200)]
    public async Task Call_ALaptopUnderAForeignName_IsRefused(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/health");
        request.Headers.Host = host;

        var answer = await Answer.OfAsync(await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.True(answer.Status == status, answer.Text);
        Assert.True(status == 200 || answer.Codes.Single() == "request.foreign-host");
    }
}
