using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>The process in which the copy of a stranger's document is made, seen from outside while it works on one that swells.</summary>
public sealed class CopyProcessTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private const string Shared = "?copy=shared&warned=true";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";

    private Tracker? tracker;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Tracker Tracker => tracker!;

    public async ValueTask InitializeAsync() => tracker = await Tracker.StartAsync(storage.Direct);

    public ValueTask DisposeAsync() => Tracker.DisposeAsync();

    [Fact]
    public async Task Copy_InItsProcess_HasNoSettingOfTheTrackersAndABoundAndLeavesNoCore()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has is read from /proc.");
        var copying = CopyAsync(await SwellingAsync());
        var process = Assert.Single(await ProcessesAsync(1));

        // It says so itself as its first act.
        await Tracker.UntilAsync(async () => (await File.ReadAllTextAsync($"/proc/{process}/coredump_filter", Stop)).Trim() == "00000000");
        var has = (await File.ReadAllTextAsync($"/proc/{process}/environ", Stop)).Split('\0', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("DOTNET_GCHeapHardLimit=0x28000000", has);
        Assert.Contains(has, each => each.StartsWith("PATH=", StringComparison.Ordinal));
        Assert.DoesNotContain(has, each => each.StartsWith("COMPLAINTS_", StringComparison.Ordinal) || each.StartsWith("AzureWebJobs", StringComparison.Ordinal));
        Assert.Equal(406, (await copying).Status);
        Assert.Empty(Processes());
    }

    [Fact]
    public async Task Copy_CallerHangsUp_EndsTheProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        using var hangUp = new CancellationTokenSource();
        var copying = Tracker.Http.GetAsync($"{(await SwellingAsync()).Path}/documents/1{Shared}", hangUp.Token);
        await HoldAsync(Assert.Single(await ProcessesAsync(1)));

        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);
        await Tracker.UntilAsync(() => Task.FromResult(Processes().Count == 0));
    }

    // COMPLAINTS_TEST_LONG=true: a minute goes by.
    [Fact]
    public async Task Copy_ThatNeverEnds_IsEndedAfterAMinuteAndAThirdOneDoesNotWaitForIt()
    {
        Assert.SkipUnless(IsLong && OperatingSystem.IsLinux(), "It takes a minute, and processes are found in /proc.");
        AComplaint[] complaints = [await SwellingAsync(), await SwellingAsync(), await SwellingAsync()];
        var copying = new List<Task<Answer>>();

        foreach (var each in complaints[..2])
        {
            copying.Add(CopyAsync(each));
            await Task.WhenAll((await ProcessesAsync(copying.Count)).Select(HoldAsync));
        }

        var third = await CopyAsync(complaints[2]);
        Assert.All(copying, each => Assert.False(each.IsCompleted));
        var ended = await Task.WhenAll(copying);

        Assert.Equal("document.copy-busy", third.Codes.Single());
        Assert.All(ended, each => Assert.Equal((406, "document.copy-too-large"), (each.Status, each.Codes.Single())));
        Assert.Empty(Processes());
    }

    private Task<Answer> CopyAsync(AComplaint complaint) => Tracker.GetAsync($"{complaint.Path}/documents/1{Shared}");

    private async Task<AComplaint> SwellingAsync()
    {
        var complaint = await AComplaint.RecordedAsync(Tracker, await Tracker.AnElectionAsync());
        var added = await Tracker.UploadAsync(complaint, Papers.SwollenPdf(1_000));
        Assert.True(added.Status == 201, added.Text);
        return complaint;
    }

    /// <summary>The processes that make copies for this tracker, once there are so many.</summary>
    private async Task<IReadOnlyList<int>> ProcessesAsync(int count)
    {
        IReadOnlyList<int> found = [];
        await Tracker.UntilAsync(() => Task.FromResult((found = Processes()).Count == count));
        return found;
    }

    private IReadOnlyList<int> Processes() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => name!.All(char.IsAsciiDigit) && Of(name, "cmdline").Contains("\0make-copy\0", StringComparison.Ordinal)
                && Of(name, "status").Contains($"\nPPid:\t{Tracker.Process.ProcessId}\n", StringComparison.Ordinal))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)),
    ];

    private static string Of(string? process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task HoldAsync(int process)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -STOP {process}"]);
        await kill.WaitForExitAsync(Stop);
        Assert.Equal(0, kill.ExitCode);
    }
}
