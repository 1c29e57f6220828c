using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Docket;

/// <summary>Two records of one complaint are linked, seen so in the register, and counted as before.</summary>
public sealed class LinkSameTests(Tracker tracker)
{
    [Fact]
    public async Task Link_TwoRecords_IsSeenAtBothInTheRegisterAndChangesNoFigure()
    {
        var election = await tracker.AnElectionAsync();
        var (one, other) = (await AComplaint.RecordedAsync(tracker, election), await AComplaint.RecordedAsync(tracker, election));
        await one.LodgeAsync();
        await other.LodgeAsync();
        var before = await MeasuresAsync(election.Id);

        var linked = await tracker.PostAsync($"{one.Path}/same", new { other = other.Id.ToUpperInvariant(), linked = true, why = "recorded_twice" });

        Assert.True(linked.Status == 200, linked.Text);
        Assert.Equal(before, await MeasuresAsync(election.Id));
        Assert.Equal([other.Id], await SameAsync(election.Id, one.Id));
        Assert.Equal([one.Id], await SameAsync(election.Id, other.Id));
        using var browser = new Browser(tracker, "ru");
        Assert.Contains($"Та же жалоба, что и {other.Id.ToUpperInvariant()}", (await browser.OpenAsync($"/complaints/{one.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"Та же жалоба, что и {one.Id.ToUpperInvariant()}", (await browser.OpenAsync($"/register?election={election.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Undone_IsGoneAndStaysInTheHistory()
    {
        var election = await tracker.AnElectionAsync();
        var (one, other) = (await AComplaint.RecordedAsync(tracker, election), await AComplaint.RecordedAsync(tracker, election));
        await tracker.PostAsync($"{one.Path}/same", new { other = other.Id, linked = true, why = "filed_twice" });

        var undone = await tracker.PostAsync($"{one.Path}/same", new { other = other.Id, linked = false, why = "facts_differ" });

        Assert.True(undone.Status == 200, undone.Text);
        Assert.Equal(["Recorded", "LinkedAsSame", "Unlinked"], await one.HistoryAsync());
        Assert.Empty(await SameAsync(election.Id, one.Id));
    }

    // Whether there is such a complaint is nothing an observer learns who may not open it.
    [Fact]
    public async Task Link_ToSomebodyElses_IsRefusedAsIfThereWereNone()
    {
        var election = await tracker.AnElectionAsync();
        var (mine, other) = (Sign.As("observer", "same-a"), await AComplaint.RecordedAsync(tracker, election));
        var own = (await tracker.PostAsync("api/complaints", AComplaint.Body(election), mine)).Json.GetProperty("id").GetString();

        var theirs = await tracker.PostAsync($"api/complaints/{own}/same", new { other = other.Id, linked = true, why = "recorded_twice" }, mine);
        var none = await tracker.PostAsync($"api/complaints/{own}/same", new { other = "nonsense", linked = true, why = "recorded_twice" }, mine);

        Assert.Equal((422, "same.no-such-complaint"), (theirs.Status, theirs.Codes.Single()));
        Assert.Equal(none.Text, theirs.Text);
    }

    // A coordinator may link what an observer keeps to what they may not find.
    [Fact]
    public async Task Linked_ForWhoMayFindOneOfTwo_NamesNotTheOther()
    {
        var election = await tracker.AnElectionAsync();
        var (mine, other) = (Sign.As("observer", "same-b"), await AComplaint.RecordedAsync(tracker, election));
        var own = (await tracker.PostAsync("api/complaints", AComplaint.Body(election), mine)).Json.GetProperty("id").GetString()!;
        var linked = await tracker.PostAsync($"api/complaints/{own}/same", new { other = other.Id, linked = true, why = "recorded_twice" });
        using var browser = new Browser(tracker, mine);

        var listed = await tracker.GetAsync($"api/complaints?election={election.Id}", mine);
        Shown[] pages = [await browser.OpenAsync($"/register?election={election.Id}"), await browser.OpenAsync($"/complaints/{own}"), await browser.OpenAsync($"/complaints/{own}/history")];

        Assert.Equal((200, 200), (linked.Status, listed.Status));
        Assert.All([listed.Text, .. pages.Select(each => each.Html)], text => Assert.Contains(own, text, StringComparison.OrdinalIgnoreCase));
        Assert.All([listed.Text, .. pages.Select(each => each.Html)], text => Assert.DoesNotContain(other.Id, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("""{ "linked": true, "why": "recorded_twice" }""", "other")]
    [InlineData("""{ "other": "x", "why": "recorded_twice" }""", "linked")]
    [InlineData("""{ "other": "x", "linked": true, "why": "facts_differ" }""", "why")]
    [InlineData("""{ "other": "x", "linked": false, "why": "recorded_twice" }""", "why")]
    public async Task Link_NotFilledIn_NamesTheField(string body, string field)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var refused = await tracker.PostAsync($"{complaint.Path}/same", body);

        Assert.Equal((400, field), (refused.Status, refused.Json.GetProperty("refusals")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Link_ThroughTheForm_KeepsWhatWasTypedAndIsSentOnce()
    {
        var election = await tracker.AnElectionAsync();
        var (one, other) = (await AComplaint.RecordedAsync(tracker, election), await AComplaint.RecordedAsync(tracker, election));
        using var browser = new Browser(tracker, "kk");
        var form = await browser.OpenAsync($"/complaints/{one.Id}/same");

        var wrong = await browser.SendAsync(form, ("other", "Қ-1"), ("linked", "true"), ("why", "recorded_twice"));
        var sent = await browser.SendAsync(wrong, ("other", other.Id), ("linked", "true"), ("why", "recorded_twice"));
        var twice = await browser.SendAsync(wrong, ("other", other.Id), ("linked", "true"), ("why", "recorded_twice"));

        Assert.Equal((422, "Қ-1", 303, 303), (wrong.Status, wrong.Holds("other"), sent.Status, twice.Status));
        Assert.Contains("<a href=\"#other\">", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(["Recorded", "LinkedAsSame"], await one.HistoryAsync());
        Assert.Contains("Екінші жазба туралы мәлімет енгізілді.", (await browser.OpenAsync(sent.Location!)).Text, StringComparison.Ordinal);
    }

    private async Task<string> MeasuresAsync(string election) =>
        (await tracker.GetAsync($"api/elections/{election}/statistics")).Json.GetProperty("measures").GetRawText();

    private async Task<IEnumerable<string?>> SameAsync(string election, string id)
    {
        var row = (await tracker.GetAsync($"api/complaints?election={election}&q={id}")).Json.GetProperty("complaints").EnumerateArray().Single();
        return row.GetProperty("sameAs").EnumerateArray().Select(each => each.GetString());
    }
}
