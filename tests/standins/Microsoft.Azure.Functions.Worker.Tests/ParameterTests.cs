using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace WorkerContract;

/// <summary>What a function's parameters are given.</summary>
public sealed class ParameterTests(SampleHost host)
{
    [Theory]
    [InlineData("parameters/text/007", "007")]
    [InlineData("parameters/text/true", "true")]
    [InlineData("parameters/text/2021-01-05", "2021-01-05")]
    [InlineData("parameters/text/a%2Fb%20c", "a%2Fb c")] // an escaped slash stays escaped
    [InlineData("parameters/int/41", "42")]
    [InlineData("parameters/maybe/3", "3")]
    [InlineData("parameters/maybe", "null")]
    [InlineData("parameters/default", "7")]
    [InlineData("parameters/default/8", "8")]
    [InlineData("parameters/guid/0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("parameters/rest/a/b/c", "[a/b/c]")]
    [InlineData("parameters/rest", "[]")]
    public async Task Get_RouteValue_IsBoundByName(string path, string expected) => Assert.Equal(expected, await host.TextAsync(path));

    [Theory]
    [InlineData("parameters/int/many")]
    [InlineData("parameters/enum/Monday")]
    [InlineData("parameters/date/2021-01-05")]
    [InlineData("parameters/query-number?number=5")] // a query value is never bound
    public async Task Get_ValueThatDoesNotConvert_Is500(string path)
    {
        using var answer = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_ValueThatDoesNotConvert_IsAnExceptionInsideTheMiddleware() =>
        Assert.Equal("caught FunctionInputConverterException", await host.TextAsync("parameters/int/many?do=write"));

    [Fact]
    public async Task Get_RequestContextAndToken_AreBoundByType()
    {
        var seen = await host.Client.GetFromJsonAsync<JsonElement>("parameters/bound/x1", TestContext.Current.CancellationToken);

        Assert.True(seen.GetProperty("same").GetBoolean());
        Assert.True(seen.GetProperty("token").GetBoolean());
        Assert.True(seen.GetProperty("otherToken").GetBoolean());
        Assert.Equal("x1", seen.GetProperty("routeValue").GetString());
        Assert.Equal("BoundByType", seen.GetProperty("name").GetString());
        Assert.Equal("SampleApp.ParameterFunctions.Bound", seen.GetProperty("entryPoint").GetString());
        Assert.Equal("httpTrigger", seen.GetProperty("trigger").GetString());
        Assert.Equal("null", seen.GetProperty("retry").GetString());
    }

    [Fact]
    public async Task Get_ContextLoggerServicesAndQuery_StayNull() =>
        Assert.Equal("5", await host.TextAsync("parameters/not-bound?query=a&plainQuery=b"));

    [Fact]
    public async Task Post_RecordAsTrigger_StaysNull()
    {
        using var answer = await host.Client.PostAsJsonAsync("parameters/body", new { Text = "lost" }, TestContext.Current.CancellationToken);

        Assert.Equal("null", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
