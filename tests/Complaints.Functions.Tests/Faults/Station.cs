using System.Diagnostics;
using System.IO;
using System.Net.Http;
using Complaints.Functions.Tests.Receipts;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Faults;

/// <summary>A tracker whose storage is spoiled on its way, and that is killed and started again. Its emulator keeps everything in memory.</summary>
internal sealed class Station : IAsyncDisposable
{
    private const double Spoiled = 0.05;
    private const int MostTries = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly AzuriteServer azurite;
    private readonly FaultyProxy tables;
    private readonly FaultyProxy blobs;
    private readonly List<string> failures = [];
    private volatile TaskCompletionSource<TrackerProcess> running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int requests;
    private int unanswered;

    private Station(AzuriteServer azurite, FaultyProxy tables, FaultyProxy blobs) => (this.azurite, this.tables, this.blobs) = (azurite, tables, blobs);

    /// <summary>The account, past the faults.</summary>
    public string Direct => azurite.ConnectionString;

    /// <summary>How many requests the tracker was sent, repeated ones included.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>How many of them got no answer, or one that begins with 5.</summary>
    public int Unanswered => Volatile.Read(ref unanswered);

    /// <summary>How many calls of storage met a fault, and how many there were.</summary>
    public (int Spoiled, int All) Calls => (tables.Spoiled + blobs.Spoiled, tables.Arrivals + blobs.Arrivals);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Station> StartAsync(int seed)
    {
        var emulator = await AzuriteServer.StartAsync();
        var station = new Station(
            emulator,
            await FaultyProxy.StartAsync(new Uri($"http://127.0.0.1:{emulator.TablePort}")),
            await FaultyProxy.StartAsync(new Uri($"http://127.0.0.1:{emulator.BlobPort}")));

        foreach (var (proxy, number) in new[] { station.tables, station.blobs }.Select((proxy, number) => (proxy, number)))
        {
            proxy.Latency = TimeSpan.FromMilliseconds(700);
            proxy.AtRandom(Spoiled, seed + number, Fault.Unavailable, Fault.Reset, Fault.AnswerLost, Fault.Delay, Fault.TimeOut);
        }

        await station.BeginAsync();
        return station;
    }

    /// <summary>Kills the tracker while it is about to do something in storage, and starts it again.</summary>
    public async Task KillAsync(Random random)
    {
        var before = Calls.All;
        var since = Stopwatch.GetTimestamp();

        while (Calls.All == before && Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(5))
        {
            await Task.Delay(1, Stop);
        }

        await Task.Delay(random.Next(20), Stop);
        var killed = await running.Task;
        running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await killed.KillAsync();
        Note(killed);
        await killed.DisposeAsync();
        await BeginAsync();
    }

    /// <summary>Ends the faults, and the tracker with them; what it logged as no mere outage must be nothing.</summary>
    public async Task<IReadOnlyList<string>> HealAsync()
    {
        tables.Heal();
        blobs.Heal();
        var last = await running.Task;
        running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Note(last);
        await last.DisposeAsync();
        return failures;
    }

    /// <summary>Sends a request until it is answered: whoever hears nothing, or that something went wrong, sends the same again with the same key.</summary>
    /// <param name="make">Makes it, once for each time it is sent.</param>
    /// <param name="address">The address it is sent from; any if none is given.</param>
    public async Task<Answered> AskAsync(Func<HttpRequestMessage> make, string? address = null)
    {
        for (var sent = 1; sent <= MostTries; sent++)
        {
            var tracker = await running.Task.WaitAsync(Stop);
            Interlocked.Increment(ref requests);

            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
                patience.CancelAfter(Patience);
                using var request = make();
                using var from = address is null ? null : From.Address(tracker.Http.BaseAddress!, address);
                using var answer = await (from ?? tracker.Http).SendAsync(request, patience.Token);
                var body = await answer.Content.ReadAsByteArrayAsync(patience.Token);

                if ((int)answer.StatusCode < 500)
                {
                    return new Answered((int)answer.StatusCode, body, sent);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException && !Stop.IsCancellationRequested)
            {
                await Task.Delay(10, Stop);
            }

            Interlocked.Increment(ref unanswered);
        }

        throw new InvalidOperationException("A request found no answer, however often it was sent.");
    }

    public async ValueTask DisposeAsync()
    {
        if (running.Task.IsCompletedSuccessfully)
        {
            await running.Task.Result.DisposeAsync();
        }

        await tables.DisposeAsync();
        await blobs.DisposeAsync();
        await azurite.DisposeAsync();
    }

    private async Task BeginAsync()
    {
        var off = TrackerProcess.WithoutTimers();

        for (var tries = 0; ; tries++)
        {
            try
            {
                running.SetResult(await TrackerProcess.StartAsync(blobs.Through(tables.Through(Direct)), off, Stop));
                return;
            }
            catch (InvalidOperationException) when (tries < 10)
            {
                // Its storage was spoiled four times in a row before it listened: whoever runs it starts it again.
            }
        }
    }

    /// <summary>Failures for which storage is not to blame.</summary>
    private void Note(TrackerProcess tracker)
    {
        var lines = tracker.Lines.All;
        failures.AddRange(lines.Where((line, at) => line.Contains(" failed, trace id ", StringComparison.Ordinal)
            && !lines.Skip(at + 1).Take(3).Any(IsOfStorage)).Select(line => line));
    }

    private static bool IsOfStorage(string line) =>
        line.Contains("Azure.RequestFailedException", StringComparison.Ordinal) || line.Contains("System.AggregateException: Retry failed", StringComparison.Ordinal)
        || line.Contains("HttpRequestException", StringComparison.Ordinal) || line.Contains("IOException", StringComparison.Ordinal)
        || line.Contains("TaskCanceledException", StringComparison.Ordinal);
}

/// <summary>What a request was answered with in the end.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
/// <param name="Sent">How often it was sent until then.</param>
internal sealed record Answered(int Status, byte[] Body, int Sent);
