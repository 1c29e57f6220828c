using System.Text.RegularExpressions;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Pages;

/// <summary>One form, and an event in each complaint about one act, once however often it is sent.</summary>
public sealed class ClusterPageTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private const string Act = "KZ-CEC/2020-12.04";

    private static readonly (string Name, string Value)[] Dismissal =
        [("outcome", "dismissed_formal"), ("grounds", "late"), .. AForm.Moment("at", 21, 12, 2020, "12:00"), ("rectificationOffered", "false")];

    private Tracker? tracker;

    private Tracker Tracker => tracker!;

    public async ValueTask InitializeAsync()
    {
        storage.Proxy.Heal();
        storage.Proxy.Meets = (_, _) => true;
        tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
    }

    public ValueTask DisposeAsync() => Tracker.DisposeAsync();

    [Theory]
    [InlineData("en", "3 of 4 will be recorded", "3 of 4 recorded", "dismissed on form", "filed too late", "21 December 2020, 12:00 (+06:00)")]
    [InlineData("ru", "будет внесено 3 из 4", "внесено 3 из 4", "отказано по формальным основаниям", "пропущен срок подачи", "21 декабря 2020 г., 12:00 (+06:00)")]
    [InlineData("kk", "3 шағымға енгізіледі (таңдалғаны: 4)", "3 шағымға енгізілді (таңдалғаны: 4)", "формальды негіздер бойынша қабылданбады", "беру мерзімі өткізіп алынған", "2020 жылғы 21 желтоқсан, 12:00 (+06:00)")]
    public async Task Step_OfAWholeAct_IsTakenInEachForWhichItIsOpen(string language, string check, string done, params string[] typed)
    {
        var (election, lodged, draft) = await ActAsync(3);
        using var browser = new Browser(Tracker, language);

        var acts = await browser.OpenAsync($"/clusters?election={election.Id}");
        var act = await browser.OpenAsync(HrefIn(acts, "/clusters?election="));
        Assert.Equal(lodged.Order(StringComparer.Ordinal), PicksOf(act));
        Assert.Contains(draft.ToUpperInvariant(), act.Text, StringComparison.Ordinal);
        var form = await browser.OpenAsync(FormAddress(election, [.. lodged, draft]));
        var checking = await browser.SendAsync(form, Dismissal);
        Assert.Contains(check, checking.Text, StringComparison.Ordinal);
        Assert.All(typed, each => Assert.Contains(each, checking.Text, StringComparison.Ordinal));
        Assert.All(lodged, id => Assert.Equal(2, VersionOf(id)));

        var sent = await browser.SendAsync(checking, ("_sure", "true"));
        var again = await browser.SendAsync(checking, ("_sure", "true"));

        Assert.Equal((200, 200), (sent.Status, again.Status));
        Assert.Contains(done, sent.Text, StringComparison.Ordinal);
        Assert.Contains(done, again.Text, StringComparison.Ordinal);
        Assert.All(lodged, id => Assert.Equal(["Recorded", "Lodge", "Decide"], KindsOf(id)));
        Assert.Equal(["Recorded"], KindsOf(draft));
    }

    [Fact]
    public async Task Step_OneOfWhichIsNotSaved_IsToldAndCompletedByTheNextSending()
    {
        var (election, lodged, _) = await ActAsync(3);
        using var browser = new Browser(Tracker);
        var checking = await browser.SendAsync(await browser.OpenAsync(FormAddress(election, lodged)), Dismissal);
        storage.Proxy.Meets = (method, target) => method == "POST" && target.EndsWith("$batch", StringComparison.Ordinal);
        storage.Proxy.Next(Fault.Unavailable, 200);

        var failed = await browser.SendAsync(checking, ("_sure", "true"));
        storage.Proxy.Heal();
        var completed = await browser.SendAsync(failed, ("_sure", "true"));
        var once = await browser.SendAsync(checking, ("_sure", "true"));

        Assert.Contains("0 of 3 recorded", failed.Text, StringComparison.Ordinal);
        Assert.Contains("It could not be saved just now", failed.Text, StringComparison.Ordinal);
        Assert.Contains("3 of 3 recorded", completed.Text, StringComparison.Ordinal);
        Assert.Contains("3 of 3 recorded", once.Text, StringComparison.Ordinal);
        Assert.All(lodged, id => Assert.Equal(["Recorded", "Lodge", "Decide"], KindsOf(id)));
    }

    [Fact]
    public async Task Step_SentAgainWithOneMore_CompletesAndAddsNothing()
    {
        var (election, lodged, _) = await ActAsync(3);
        using var browser = new Browser(Tracker);
        var checking = await browser.SendAsync(await browser.OpenAsync(FormAddress(election, lodged)), Dismissal);

        var some = await browser.PostAsync(checking.Action, [.. checking.Held.Where(each => each != ("_pick", lodged[0])), ("_sure", "true")]);
        var all = await browser.SendAsync(checking, ("_sure", "true"));

        Assert.Contains("2 of 2 recorded", some.Text, StringComparison.Ordinal);
        Assert.Contains("3 of 3 recorded", all.Text, StringComparison.Ordinal);
        Assert.All(lodged, id => Assert.Equal(["Recorded", "Lodge", "Decide"], KindsOf(id)));
    }

    [Fact]
    public async Task Step_NotFilledInOrAgainstTheLaw_KeepsWhatWasTyped()
    {
        var (election, lodged, _) = await ActAsync(2);
        using var browser = new Browser(Tracker);
        var form = await browser.OpenAsync(FormAddress(election, lodged));

        var empty = await browser.SendAsync(form, ("wording", "left without consideration"));
        var groundless = await browser.SendAsync(form, [.. Dismissal.Where(each => each.Name != "grounds")]);
        var changed = await browser.SendAsync(await browser.SendAsync(form, Dismissal), ("_change", "true"));

        Assert.Equal((400, 422, 200), (empty.Status, groundless.Status, changed.Status));
        Assert.Equal("left without consideration", empty.Holds("wording"));
        Assert.Contains("<a href=\"#grounds-late\">", groundless.Html, StringComparison.Ordinal);
        Assert.Equal(("dismissed_formal", "12:00"), (changed.Holds("outcome"), changed.Holds("at.time")));
        Assert.Equal(2, changed.Held.Count(each => each.Name == "_pick"));
        Assert.All(lodged, id => Assert.Equal(2, VersionOf(id)));
    }

    [Fact]
    public async Task Step_OfOthersComplaintsOrAnotherAct_IsNotTaken()
    {
        var (election, lodged, _) = await ActAsync(1);
        var stranger = await AComplaint.RecordedAsync(Tracker, election);
        await stranger.LodgeAsync();
        using var browser = new Browser(Tracker);
        using var observer = new Browser(Tracker, Sign.As("observer", "cluster-a"));

        var form = await browser.OpenAsync(FormAddress(election, [.. lodged, stranger.Id]));
        var checking = await browser.SendAsync(form, Dismissal);
        await browser.SendAsync(checking, ("_sure", "true"));

        Assert.Contains("1 of 2 will be recorded", checking.Text, StringComparison.Ordinal);
        Assert.Equal((3, 2), (VersionOf(lodged[0]), VersionOf(stranger.Id)));
        Assert.Equal(404, (await observer.OpenAsync(FormAddress(election, lodged))).Status);
        Assert.Empty(PicksOf(await observer.OpenAsync($"/clusters?election={election.Id}&act={Uri.EscapeDataString(Act)}")));
        Assert.Contains("act=", (await browser.OpenAsync($"/clusters?election={election.Id}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("act=", (await observer.OpenAsync($"/clusters?election={election.Id}")).Html, StringComparison.Ordinal); // nor that anybody challenges it
    }

    [Theory]
    [InlineData("step=Correct", 400)]
    [InlineData("step=LimitPassed", 400)]
    [InlineData("step=Explode", 400)]
    [InlineData("page=x", 400)]
    [InlineData("colour=red", 400)]
    [InlineData("page=7", 200)]
    public async Task Cluster_AskedOddly_IsAnsweredClearly(string query, int status)
    {
        var (election, _, _) = await ActAsync(0);

        Assert.Equal(status, (await Tracker.GetAsync($"clusters?election={election.Id}&act={Uri.EscapeDataString(Act)}&{query}")).Status);
    }

    [Fact]
    public async Task Step_OfNoneOrTooMany_IsRefused()
    {
        var (election, lodged, _) = await ActAsync(1);

        Assert.Equal(422, (await Tracker.GetAsync(FormAddress(election, [])[1..])).Status);
        Assert.Equal(400, (await Tracker.GetAsync(FormAddress(election, [.. Enumerable.Repeat(lodged[0], 51)])[1..])).Status);
    }

    private static string FormAddress(Election election, IEnumerable<string> picks) =>
        $"/clusters/step?election={election.Id}&act={Uri.EscapeDataString(Act)}&step=Decide{string.Concat(picks.Select(each => $"&pick={each}"))}";

    private static IEnumerable<string> PicksOf(Shown page) =>
        Regex.Matches(page.Html, "name=\"pick\" type=\"checkbox\" value=\"([^\"]+)\" checked").Select(each => each.Groups[1].Value);

    private static string HrefIn(Shown page, string begins) => System.Net.WebUtility.HtmlDecode(Regex.Match(page.Html, $"href=\"({Regex.Escape(begins)}[^\"]+act=[^\"]+)\"").Groups[1].Value);

    private int VersionOf(string id) => KindsOf(id).Count;

    private IReadOnlyList<string?> KindsOf(string id) => new AComplaint(Tracker, id).HistoryAsync().GetAwaiter().GetResult();

    /// <summary>So many complaints about the act before the Central Election Commission, and one that was not filed.</summary>
    private async Task<(Election Election, string[] Lodged, string Draft)> ActAsync(int count)
    {
        var election = await Tracker.AnElectionAsync();
        var ids = new List<string>();

        for (var i = 0; i <= count; i++)
        {
            var recorded = await Tracker.PostAsync("api/complaints", new
            {
                election = election.Id, matter = "complaint", challengedActor = "CEC", challengedActKind = "decision", challengedAct = Act,
                subject = "observer_rights.access_and_accreditation", occurredAt = "2020-12-04T12:00:00+06:00", placeZone = "Asia/Almaty",
            });
            Assert.True(recorded.Status == 201, recorded.Text);
            ids.Add(recorded.Json.GetProperty("id").GetString()!);
        }

        foreach (var id in ids.Take(count))
        {
            await new AComplaint(Tracker, id).TakeAsync(new { step = "Lodge", at = "2020-12-17T10:00:00+06:00", forum = "SC" });
        }

        return (election, [.. ids.Take(count)], ids[^1]);
    }
}
