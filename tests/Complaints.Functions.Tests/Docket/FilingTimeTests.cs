using System.Diagnostics;
using System.Globalization;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Docket;

/// <summary>How long a first filing takes: recording the complaint, and lodging it with its forum.</summary>
[Collection(nameof(Alone))]
public sealed class FilingTimeTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private const int Filings = 100;
    private const double AllowedRatio = 2;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";

    // The runtime compiles a method well only after some thirty calls, and some time after those: a tracker that has filed forty complaints is not warm yet.
    private static readonly int WarmUps = IsLong ? 500 : 100;
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task File_OnAWarmIdleTracker_TakesLittleMoreThanItsStorageCalls()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var election = await tracker.AnElectionAsync();
        AComplaint? last = null;

        for (var warm = 0; warm < WarmUps; warm++)
        {
            last = await AComplaint.RecordedAsync(tracker, election);
            await last.LodgeAsync();
        }

        var bare = await BareFiling.LikeAsync(storage.Direct, last!.Id);

        for (var warm = 1; warm <= 50; warm++)
        {
            await bare.RunAsync(-warm);
        }

        var (filed, needed) = (new List<(TimeSpan Record, TimeSpan Lodge)>(), new List<(TimeSpan Record, TimeSpan Lodge)>());

        // Side by side, so that a busy machine slows both.
        for (var number = 0; number < Filings; number++)
        {
            filed.Add(await FileAsync(tracker, election));
            needed.Add(await bare.RunAsync(number));
        }

        var (record, lodge) = (Median(filed, each => each.Record), Median(filed, each => each.Lodge));
        var (bareRecord, bareLodge) = (Median(needed, each => each.Record), Median(needed, each => each.Lodge));
        var ratio = (record + lodge) / (bareRecord + bareLodge);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Filing, median of {Filings}: record {record.TotalMilliseconds:0.0} ms, lodge {lodge.TotalMilliseconds:0.0} ms; bare storage calls {bareRecord.TotalMilliseconds:0.0} and {bareLodge.TotalMilliseconds:0.0} ms; ratio {ratio:0.00}."));

        Assert.True(record + lodge < Allowed, $"record {record}, lodge {lodge}, bare {bareRecord + bareLodge}");
        Assert.True(!IsLong || ratio <= AllowedRatio, $"ratio {ratio}");
    }

    [Theory]
    [InlineData(false, 2, 2)] // seal and save, then read and save
    [InlineData(true, 3, 2)] // and ask, before anything is sealed, whether it was answered before
    public async Task File_FirstTime_MakesNoCallThatItDoesNotNeed(bool isKeyed, int toRecord, int toLodge)
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var election = await tracker.AnElectionAsync();
        await AComplaint.RecordedAsync(tracker, election);
        (string, string)[] headers = isKeyed ? [("Idempotency-Key", "one")] : [];
        var before = storage.Proxy.Seen.Count;

        var recorded = await tracker.PostAsync("api/complaints", AComplaint.Body(election), headers);
        var between = storage.Proxy.Seen.Count;
        await tracker.PostAsync(
            $"{recorded.Location![1..]}/steps", new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" }, headers);

        Assert.Equal((toRecord, toLodge), (between - before, storage.Proxy.Seen.Count - between));
    }

    // Recording answers with a code and a receipt at once: the complaint is read, its events walked, the code that was asked for and put beside the three calls.
    // And it is made of a draft, which is read, held fast, ended and taken from its owner's list.
    [Fact]
    public async Task File_ThroughTheForms_MakesNoCallMoreThanOverJsonAndForItsDraft()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker);
        var page = await AForm.RecordedAsync(browser, election, ("narrative", "The chair asked the observer to leave the room."));
        var record = await AForm.CheckAsync(browser, election, ("narrative", "Another story."));
        var lodge = await browser.OpenAsync($"/complaints/{AForm.IdOf(page)}/steps/Lodge");
        var before = storage.Proxy.Seen.Count;

        var recorded = await browser.SendAsync(record);
        var between = storage.Proxy.Seen.Count;
        var lodged = await browser.SendAsync(lodge, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);

        Assert.Equal((200, 303), (recorded.Status, lodged.Status));
        Assert.Equal((11, 2), (between - before, storage.Proxy.Seen.Count - between));
    }

    [Fact]
    public async Task File_SignedIn_AsksOnceASecondWhoWorksWhere()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var election = await tracker.AnElectionAsync();
        var observer = Sign.As("observer", "filing");
        await tracker.PostAsync("api/complaints", AComplaint.Body(election), observer);
        var (before, started) = (storage.Proxy.Seen.Count, Stopwatch.GetTimestamp());

        for (var number = 0; number < Filings; number++)
        {
            Assert.Equal(201, (await tracker.PostAsync("api/complaints", AComplaint.Body(election), observer)).Status);
        }

        var looks = (int)Math.Ceiling(Stopwatch.GetElapsedTime(started).TotalSeconds);
        Assert.InRange(storage.Proxy.Seen.Count - before, 2 * Filings, (2 * Filings) + looks);
    }

    private static async Task<(TimeSpan Record, TimeSpan Lodge)> FileAsync(Tracker tracker, Election election)
    {
        var started = Stopwatch.GetTimestamp();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var between = Stopwatch.GetTimestamp();
        await complaint.LodgeAsync();
        return (Stopwatch.GetElapsedTime(started, between), Stopwatch.GetElapsedTime(between));
    }

    private static TimeSpan Median(IEnumerable<(TimeSpan Record, TimeSpan Lodge)> all, Func<(TimeSpan Record, TimeSpan Lodge), TimeSpan> of) =>
        all.Select(of).Order().ElementAt(Filings / 2);
}
