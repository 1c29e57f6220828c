using System.Net;
using System.Net.Http;

namespace WorkerContract;

/// <summary>Which function answers which request.</summary>
public sealed class RouteTests(SampleHost host)
{
    [Theory]
    [InlineData("", "root")]
    [InlineData("Unrouted", "GET")]
    [InlineData("with-hyphen_and_underscore", "hyphen")]
    [InlineData("routes/new", "literal")]
    [InlineData("routes/newer", "parameter")]
    [InlineData("ROUTES/NEW", "literal")]
    [InlineData("routes/new/", "literal")]
    [InlineData("routes/number/12", "12")]
    [InlineData("routes/export.csv", "csv")]
    [InlineData("routes/export.xlsx", "xlsx")]
    [InlineData("kk/routes", "kk")]
    [InlineData("shared/1", "get")]
    public async Task Get_Route_FindsItsFunction(string path, string expected) => Assert.Equal(expected, await host.TextAsync(path));

    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("GET", "routes//new")]
    [InlineData("GET", "routes/number/twelve")]
    [InlineData("GET", "routes/more/new")]
    [InlineData("GET", "de/routes")]
    [InlineData("GET", "hidden/function")]     // its method is internal
    [InlineData("POST", "routes/new")]         // wrong method
    [InlineData("DELETE", "shared/1")]
    [InlineData("HEAD", "routes/new")]         // HEAD is answered only where it is declared
    [InlineData("OPTIONS", "routes/new")]
    public async Task Send_NoFunction_Is404WithoutABody(string method, string path)
    {
        using var answer = await SendAsync(method, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_RouteSharedByTwoFunctions_FindsTheOneOfItsMethod()
    {
        using var answer = await SendAsync("POST", "shared/1");

        Assert.Equal("post", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Send_FunctionWithoutMethods_AnswersAll(string method)
    {
        using var answer = await SendAsync(method, "Unrouted");

        Assert.Equal(method, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Head_Declared_IsAnsweredWithoutTheBody()
    {
        using var answer = await SendAsync("HEAD", "results/file");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(10, answer.Content.Headers.ContentLength);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
