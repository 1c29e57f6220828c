using System.Net;
using System.Net.Http;

namespace Complaints.Functions.Tests.Http;

/// <summary>Addresses nobody listens at, and fields of an address that nobody reads.</summary>
public sealed class AddressTests(Tracker tracker)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "api/complaint")]
    [InlineData("DELETE", "api/complaints/kz21p-00000000-0")]
    [InlineData("PUT", "api/rulebooks")]
    [InlineData("GET", "api/dev/clock")]
    [InlineData("GET", "assets/a/b.css")]
    [InlineData("GET", "assets/none.css")]
    [InlineData("GET", "api")]
    [InlineData("POST", "api/nothing?of=this")]
    public async Task Call_AnAddressThatIsNotThereInJson_IsAProblem(string method, string path)
    {
        var answer = await SendAsync(method, path);

        Assert.Equal((404, "application/problem+json", "address.none"), (answer.Status, answer.MediaType, answer.Codes.Single()));
    }

    [Theory]
    [InlineData("en", "There is no such page.")]
    [InlineData("ru", "Такой страницы нет.")]
    [InlineData("kk", "Мұндай бет жоқ.")]
    public async Task Open_APageThatIsNotThere_IsAPage(string language, string says)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "some/where");
        request.Headers.Add("Accept-Language", language);
        using var answer = await tracker.Http.SendAsync(request, Stop);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal((404, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("register?election=none", 404)]
    [InlineData("complaints/new", 200)]
    [InlineData("api/health", 200)]
    [InlineData("api/rulebooks", 200)]
    [InlineData("some/where", 404)]
    public async Task Head_OfAnyAddress_AnswersAsGetWithoutABody(string path, int status)
    {
        var head = await SendAsync("HEAD", path);
        var get = await SendAsync("GET", path);

        Assert.Equal((status, status), (head.Status, get.Status));
        Assert.Equal(("", get.MediaType), (head.Text, head.MediaType));
    }

    [Fact]
    public async Task Call_TheHostsOwnAdminAddress_IsNotShadowed()
    {
        Assert.Equal(202, (await tracker.PostAsync("admin/functions/TidyUp", "{}")).Status);
        Assert.Equal(404, (await tracker.PostAsync("admin/functions/Nobody", "{}")).Status);
    }

    // What a page of another site can make a browser send without asking: everything but JSON.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Call_TheHostsOwnAdminAddressWithoutJson_RunsNothing(string type)
    {
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, type);
        Assert.Equal(415, (await tracker.SendAsync(HttpMethod.Post, "admin/functions/TidyUp", body)).Status);
    }

    [Theory]
    [InlineData("dry-run=true", "dry-run")]
    [InlineData("dryRun=true&x=1", "x")]
    public async Task Import_WithAFieldNobodyReads_IsRefusedAndNothingIsSaved(string query, string field)
    {
        var election = await tracker.AnElectionAsync();
        using var body = new StringContent(Docket.ARegister.Of(Docket.ARegister.Row("A-1")), System.Text.Encoding.UTF8, "text/csv");

        var answer = await Answer.OfAsync(await tracker.Http.PostAsync($"api/elections/{election.Id}/import?{query}", body, Stop));

        Assert.Equal((400, "query.unknown"), (answer.Status, answer.Codes.Single()));
        Assert.Equal(field, answer.Json.GetProperty("refusals")[0].GetProperty("field").GetString());
        Assert.Empty((await tracker.GetAsync($"api/complaints?election={election.Id}")).Json.GetProperty("complaints").EnumerateArray());
    }

    [Theory]
    [InlineData("api/complaints?force=true")]
    [InlineData("api/complaints/kz21p-00000000-0/steps?dryRun=true")]
    [InlineData("api/complaints/kz21p-00000000-0/facts?a")]
    [InlineData("api/complaints/kz21p-00000000-0/documents?name=a.pdf")]
    [InlineData("api/elections/none/recompute?apply=false")]
    [InlineData("api/elections/none/reported?lang=ru")]
    [InlineData("api/rulebooks?dry=1")]
    [InlineData("complaints/drafts?save=no")]
    public async Task Post_WithAFieldNobodyReads_IsRefusedAtEveryDoor(string path) =>
        Assert.Equal(400, (await tracker.PostAsync(path, "{}")).Status);

    [Theory]
    [InlineData("PUT", "api/people/somebody/lock?locked=false")]
    [InlineData("PUT", "api/elections/none/team/somebody?roles=observer")]
    [InlineData("DELETE", "api/elections/none/team/somebody?dryRun=true")]
    public async Task Change_WithAFieldNobodyReads_IsRefused(string method, string path) =>
        Assert.Equal(["query.unknown"], (await SendAsync(method, path)).Codes);

    [Fact]
    public async Task Post_AQuestionInALanguage_IsAsked() =>
        Assert.DoesNotContain("query.unknown", (await tracker.PostAsync("api/admissibility?lang=ru", "{}")).Codes);

    private async Task<Answer> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await Answer.OfAsync(await tracker.Http.SendAsync(request, Stop));
    }
}
