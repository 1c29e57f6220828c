using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace WorkerContract;

/// <summary>What the caller gets for what a function returns.</summary>
public sealed class ResultTests(SampleHost host)
{
    [Theory]
    [InlineData("results/ok", 200, "application/json", """{"answer":42}""")]
    [InlineData("results/task", 200, "text/plain", "task")]
    [InlineData("visible/value-task", 200, "text/plain", "value task")]
    [InlineData("results/typed/true", 200, "application/json", "\"found\"")]
    [InlineData("results/typed/false", 404, null, "")]
    [InlineData("results/action", 202, "application/json", """{"answer":42}""")] // MVC's own JSON
    [InlineData("results/file", 200, "text/plain", "abcdefghij")]
    public async Task Get_ResultOfAspNetCore_IsWritten(string path, int status, string? type, string body)
    {
        using var answer = await host.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_Problem_KeepsStatusTypeAndExtensions()
    {
        using var answer = await host.GetAsync("results/problem");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("""
            "refusals":["a","b"]
            """, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Created_NamesThePlace()
    {
        using var answer = await host.Client.PostAsync("results/created", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("/results/1", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Get_LocalRedirect_LeadsFromTheRoot()
    {
        using var answer = await host.GetAsync("results/redirect");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/results/ok", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Get_RangeOfAFile_GetsThePart()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "results/file");
        request.Headers.Range = new RangeHeaderValue(2, 4);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("cde", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("letters.txt", answer.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Get_Stream_ArrivesPieceByPiece()
    {
        var gate = Guid.NewGuid().ToString("N");
        using var answer = await host.Client.GetAsync($"results/pieces/{gate}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        var first = new byte[5];
        await body.ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        using var opened = await host.Client.PostAsync($"gates/{gate}", content: null, TestContext.Current.CancellationToken);
        using var rest = new StreamReader(body);

        Assert.Equal("abcde", Encoding.ASCII.GetString(first));
        Assert.Equal("fghij", await rest.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("unwritten/text")]
    [InlineData("unwritten/object")]
    [InlineData("unwritten/value-task")] // of a class that is not visible
    [InlineData("unwritten/null")]
    [InlineData("unwritten/void")]
    public async Task Get_AnythingElse_IsAnEmpty200(string path)
    {
        using var answer = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Get_FunctionThatWritesItself_Stands()
    {
        using var answer = await host.GetAsync("unwritten/written");

        Assert.Equal(418, (int)answer.StatusCode);
        Assert.Equal("written", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_FunctionThatWritesAndReturns_SendsTheWrittenPartAndFails()
    {
        using var answer = await host.Client.GetAsync("unwritten/twice", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        var first = new byte[5];
        await body.ReadExactlyAsync(first, TestContext.Current.CancellationToken);

        Assert.Equal("first", Encoding.ASCII.GetString(first));
        await host.Process.Lines.FindAsync("are read-only", TestContext.Current.CancellationToken);
    }
}
