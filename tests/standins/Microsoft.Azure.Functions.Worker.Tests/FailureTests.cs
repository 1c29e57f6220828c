using System.Net;
using System.Net.Http;

namespace WorkerContract;

/// <summary>What failures and limits look like from outside.</summary>
public sealed class FailureTests(SampleHost host)
{
    private const int Limit = 30_000_000;

    [Theory]
    [InlineData("failing/throws", "the kettle is cold")]
    [InlineData("failing/written", "the pen is dry")]
    public async Task Get_FunctionThrows_Is500WithoutABodyAndLogged(string path, string logged)
    {
        using var answer = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await host.Process.Lines.FindAsync(logged, TestContext.Current.CancellationToken);
        Assert.Equal("task", await host.TextAsync("results/task")); // and the host lives on
    }

    [Fact]
    public async Task Get_FunctionThrowsAfterTheAnswerBegan_CutsItOff()
    {
        using var answer = await host.Client.GetAsync("failing/started", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_SynchronousWrite_IsRefused() =>
        Assert.StartsWith("Synchronous operations are disallowed", await host.TextAsync("failing/synchronous"), StringComparison.Ordinal);

    [Fact]
    public async Task Post_BodyOfTheLimit_IsReadAsAStream()
    {
        var answer = await host.PostBytesAsync("failing/body/limit", Limit);

        Assert.Equal((HttpStatusCode.OK, "seekable False"), answer);
    }

    [Fact]
    public async Task Post_BodyOverTheLimit_FailsTheReadingFunction()
    {
        _ = await host.PostBytesAsync("failing/body/over", Limit + 1);

        // What the caller sees is the host's to decide: StandInOnly/LimitTests says it for the local one.
        Assert.Equal(["refused 413"], await host.JournalAsync("over"));
    }

    [Fact]
    public async Task Post_LimitRaisedForTheRequest_ReadsMore()
    {
        var answer = await host.PostBytesAsync($"failing/body/raised?limit={Limit + 1}", Limit + 1);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
