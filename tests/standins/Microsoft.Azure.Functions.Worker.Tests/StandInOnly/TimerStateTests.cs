using System.IO;
using System.Text.Json;

namespace WorkerContract.StandInOnly;

/// <summary>What the local host remembers of its timers from one start to the next, in the folder FUNCTIONS_LOCAL_STATE names.</summary>
public sealed class TimerStateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("timer-state-");

    private string Record => Path.Combine(_folder.FullName, "Hourly.json");

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Start_RunDueWhileDown_IsMadeUpForOnce()
    {
        var last = new DateTime(2021, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        Write(last, last.AddHours(1), last);

        Assert.Equal(["True 2021-01-05 00:00"], await RunsAsync(noted => noted.Length > 0 && Read("Last") > last));
        Assert.True(Read("Last") > Now.AddMinutes(-5));
        Assert.True(Read("Next") > Read("Last"));
    }

    [Fact]
    public async Task Start_FirstRunEverMissedWhileDown_IsMadeUpFor()
    {
        var firstStart = new DateTime(2021, 1, 5, 9, 30, 0, DateTimeKind.Utc);
        Write(default, new DateTime(2021, 1, 5, 10, 0, 0, DateTimeKind.Utc), firstStart);

        Assert.Equal(["True 0001-01-01 00:00"], await RunsAsync(noted => noted.Length > 0));
    }

    [Fact]
    public async Task Start_RecordOfAnotherSchedule_MissedNothing()
    {
        var last = new DateTime(2021, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        Write(last, last.AddMinutes(7), last);

        Assert.Empty(await RunsAsync(_ => true));
        Assert.True(Read("Next") > Now);
    }

    [Fact]
    public async Task Start_NoRecord_WritesWhatIsExpectedNext()
    {
        Assert.Empty(await RunsAsync(_ => true));
        Assert.True(Read("Next") > Now.AddMinutes(-1));
    }

    [Fact]
    public async Task Start_DamagedRecord_IsLoggedAndRenewed()
    {
        await File.WriteAllTextAsync(Record, "{ \"Last\":", TestContext.Current.CancellationToken);
        await using var process = await SampleHost.StartOwnAsync(("FUNCTIONS_LOCAL_STATE", _folder.FullName));

        await process.Lines.FindAsync("cannot be read", TestContext.Current.CancellationToken);
        await Eventually.SeesAsync(() => Task.FromResult(File.ReadAllText(Record)), text => text.Contains("Next", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(DateTime last, DateTime next, DateTime lastUpdated) =>
        File.WriteAllText(Record, JsonSerializer.Serialize(new { Last = last, Next = next, LastUpdated = lastUpdated }));

    private DateTime Read(string property) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Record)).GetProperty(property).GetDateTime();

    // A timer of every second has run: the others have looked at their records too. Killed, not stopped: the record must hold already.
    private async Task<string[]> RunsAsync(Func<string[], bool> enough)
    {
        await using var process = await SampleHost.StartOwnAsync(("FUNCTIONS_LOCAL_STATE", _folder.FullName));
        using var client = SampleHost.ClientOf(process);
        await Eventually.SeesAsync(() => SampleHost.JournalAsync(client, "every-second"), noted => noted.Length > 0);
        var runs = await Eventually.SeesAsync(() => SampleHost.JournalAsync(client, "hourly"), enough);
        await process.KillAsync();
        return runs;
    }
}
