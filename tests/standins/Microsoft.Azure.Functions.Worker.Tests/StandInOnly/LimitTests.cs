using System.Net;

namespace WorkerContract.StandInOnly;

/// <summary>What the local host tells a caller whose body is over the worker's limit; another host may cut the connection first.</summary>
public sealed class LimitTests(SampleHost host)
{
    [Fact]
    public async Task Post_BodyOverTheLimit_AnswersWhatTheFunctionSays()
    {
        var (status, _) = await host.PostBytesAsync("failing/body/answered", 30_000_001);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }
}
