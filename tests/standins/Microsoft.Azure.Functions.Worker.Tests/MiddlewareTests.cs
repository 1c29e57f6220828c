using System.Globalization;
using System.Net;
using System.Net.Http;

namespace WorkerContract;

/// <summary>What middleware sees and may change.</summary>
public sealed class MiddlewareTests(SampleHost host)
{
    [Fact]
    public async Task Invoke_SeveralKinds_KeepTheOrderOfRegistration()
    {
        using var everywhere = await host.GetAsync("results/ok");
        using var where = await host.GetAsync("middleware/when");

        Assert.Equal(["type", "lambda"], everywhere.Headers.GetValues("x-order"));
        Assert.Equal(["type", "when-type", "when-lambda", "lambda"], where.Headers.GetValues("x-order"));
    }

    [Fact]
    public async Task Invoke_RegisteredBeforeTheWebApplication_SeesNoHttpContext()
    {
        using var answer = await host.GetAsync("results/ok");

        Assert.Equal(["null"], answer.Headers.GetValues("x-before"));
    }

    [Fact]
    public async Task Invoke_Type_IsOneObjectForAllRuns()
    {
        using var first = await host.GetAsync("results/ok");
        using var second = await host.GetAsync("results/ok");

        Assert.True(Runs(second) > Runs(first));
    }

    [Fact]
    public async Task Invoke_Timer_HasNoHttpContext()
    {
        var seen = await Eventually.SeesAsync(() => host.JournalAsync("EverySecond"), noted => noted.Length > 0);

        Assert.All(seen, entry => Assert.Equal("without HttpContext", entry));
    }

    [Theory]
    [InlineData("short", HttpStatusCode.Forbidden, "\"title\":\"Short\"")] // a result set in place of calling on
    [InlineData("status", HttpStatusCode.TooManyRequests, "")]
    [InlineData("nothing", HttpStatusCode.OK, "")]
    [InlineData("replace", HttpStatusCode.OK, "replaced True")]            // the function's own result was there to be read
    [InlineData("write", HttpStatusCode.OK, """{"answer":42}""")]          // executed and cleared: written once
    public async Task Invoke_AroundTheResult_DecidesTheAnswer(string what, HttpStatusCode status, string body)
    {
        using var answer = await host.GetAsync($"results/ok?do={what}");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, what == "short" ? text[text.IndexOf("\"title\"", StringComparison.Ordinal)..text.IndexOf(",\"status\"", StringComparison.Ordinal)] : text);
    }

    [Theory]
    [InlineData("visible/throws?do=write", "caught InvalidOperationException")]
    [InlineData("failing/throws?do=write", "caught AggregateException of InvalidOperationException")] // a class that is not visible
    [InlineData("failing/cancelled?do=write", "caught AggregateException of TaskCanceledException")]
    [InlineData("failing/at-once?do=write", "caught InvalidOperationException")]                      // thrown before there was a task
    [InlineData("failing/written?do=write", "caught InvalidOperationException")] // middleware that writes the result sees it fail
    public async Task Invoke_AroundAFailure_CanAnswerIt(string path, string expected) => Assert.Equal(expected, await host.TextAsync(path));

    [Theory]
    [InlineData("culture", "kk-KZ ")]      // a returned result is written after all middleware, outside its culture
    [InlineData("write", "kk-KZ kk-KZ")]
    public async Task Invoke_CultureSet_ReachesFunctionButNotAReturnedResult(string what, string expected)
    {
        var plain = await host.TextAsync("flow/culture");
        var inherited = plain[(plain.IndexOf(' ', StringComparison.Ordinal) + 1)..];

        Assert.Equal(what == "culture" ? expected + inherited : expected, await host.TextAsync($"flow/culture?do={what}"));
    }

    private static int Runs(HttpResponseMessage answer) => int.Parse(answer.Headers.GetValues("x-runs").Single(), CultureInfo.InvariantCulture);
}
