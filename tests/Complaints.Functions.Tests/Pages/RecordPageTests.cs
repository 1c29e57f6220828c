using Complaints.TestKit;

namespace Complaints.Functions.Tests.Pages;

public sealed class RecordPageTests(Tracker tracker)
{
    [Fact]
    public async Task Record_FilledIn_LeadsToTheComplaintWithItsReference()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();

        var page = await AForm.RecordedAsync(browser, election);

        Assert.Equal(200, page.Status);
        Assert.Contains(AForm.IdOf(page).ToUpperInvariant(), page.Text, StringComparison.Ordinal);
        Assert.Contains("Removal of an observer", page.Text, StringComparison.Ordinal);
        Assert.Contains("10 January 2021, 10:30 (+06:00)", page.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_SentTwice_IsOneComplaint()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await browser.OpenAsync("/complaints/new");

        var first = await browser.SendAsync(form, AForm.OfAComplaint(election));
        var second = await browser.SendAsync(form, AForm.OfAComplaint(election));
        var other = await browser.SendAsync(form, [.. AForm.OfAComplaint(election), ("precinct", "17")]);

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.NotEmpty(AForm.IdIn(first));
        Assert.NotNull(AForm.CodeIn(first));
        Assert.Equal((AForm.IdIn(first), AForm.CodeIn(first)), (AForm.IdIn(second), AForm.CodeIn(second)));
        Assert.Equal(409, other.Status);
        Assert.Equal("17", other.Holds("precinct"));
    }

    [Fact]
    public async Task Record_SentTwiceAtOnce_IsOneComplaint()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await browser.OpenAsync("/complaints/new");

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendAsync(form, AForm.OfAComplaint(election))));

        Assert.NotNull(AForm.CodeIn(sent[0]));
        Assert.All(sent, each => Assert.Equal((200, AForm.IdIn(sent[0]), AForm.CodeIn(sent[0])), (each.Status, AForm.IdIn(each), AForm.CodeIn(each))));
        var listed = await tracker.GetAsync($"api/complaints?election={election.Id}");
        Assert.Equal(1, listed.Json.GetProperty("complaints").GetArrayLength());
    }

    [Fact]
    public async Task Record_NotFilledIn_KeepsWhatWasTypedAndLeadsToTheFields()
    {
        using var browser = new Browser(tracker);
        var form = await browser.OpenAsync("/complaints/new");

        var again = await browser.SendAsync(
            form, ("election", ""), ("narrative", "They said:\n  \"Out!\" & closed the door"), ("occurredAt.day", "31"), ("occurredAt.month", "2"),
            ("occurredAt.year", "2021"), ("occurredAt.time", "9:00"), ("placeZone", "Asia/Almaty"));

        Assert.Equal(400, again.Status);
        Assert.StartsWith("Error:", again.Title, StringComparison.Ordinal);
        Assert.Equal("They said:\n  \"Out!\" & closed the door", again.Holds("narrative"));
        Assert.Equal("31", again.Holds("occurredAt.day"));
        Assert.Contains("<a href=\"#election\">", again.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#challengedActor\">", again.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#occurredAt-day\">", again.Html, StringComparison.Ordinal);
        Assert.Contains("there is no such day", again.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"occurredAt-day\"", again.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Chisinau", 28, 3, 2021, "2:30")] // the clocks went from 2:00 to 3:00
    public async Task Record_TimeThatNeverWas_IsToldAndNotGuessed(string zone, int day, int month, int year, string time)
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await browser.OpenAsync("/complaints/new");

        var again = await browser.SendAsync(
            form, [.. AForm.OfAComplaint(election).Where(each => !each.Name.StartsWith("occurredAt", StringComparison.Ordinal) && each.Name != "placeZone"), .. AForm.Moment("occurredAt", day, month, year, time), ("placeZone", zone)]);

        Assert.Equal(400, again.Status);
        Assert.Contains("there was no such time", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_TimeThatCameTwice_AsksWhichAndTakesTheAnswer()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await browser.OpenAsync("/complaints/new");
        (string Name, string Value)[] twice =
        [
            .. AForm.OfAComplaint(election).Where(each => !each.Name.StartsWith("occurredAt", StringComparison.Ordinal)),
            .. AForm.Moment("occurredAt", 29, 2, 2024, "23:30"), // Almaty went from +06:00 to +05:00 at midnight
        ];

        var asked = await browser.SendAsync(form, twice);
        var sent = await browser.SendAsync(asked, [.. twice, ("occurredAt.offset", "+05:00")]);
        var page = await browser.OpenAsync($"/complaints/{AForm.IdIn(sent)}");

        Assert.Equal(400, asked.Status);
        Assert.Contains("value=\"&#x2B;06:00\"", asked.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"&#x2B;05:00\"", asked.Html, StringComparison.Ordinal);
        Assert.Contains("29 February 2024, 23:30 (+05:00)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_WithoutItsToken_IsRefused()
    {
        using var browser = new Browser(tracker);
        using var stranger = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await browser.OpenAsync("/complaints/new");

        var without = await browser.SendAsync(form, [.. AForm.OfAComplaint(election), ("_token", "")]);
        var cookieless = await stranger.PostAsync("/complaints/new", [.. form.Held.Where(each => each.Name.StartsWith('_')), .. AForm.OfAComplaint(election)]);

        Assert.Equal((400, 400), (without.Status, cookieless.Status));
        Assert.StartsWith("text/html", without.Response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        var listed = await tracker.GetAsync($"api/complaints?election={election.Id}");
        Assert.Equal(0, listed.Json.GetProperty("complaints").GetArrayLength());
    }

    [Fact]
    public async Task Record_FormOpenedOnAnotherHost_IsTaken()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await browser.OpenAsync("/complaints/new");
        await using var other = await TrackerProcess.StartAsync(tracker.Storage, cancellationToken: TestContext.Current.CancellationToken);
        using var there = new Browser(other.Http.BaseAddress!, browser.Cookies);

        var sent = await there.SendAsync(form, AForm.OfAComplaint(election));

        Assert.Equal(200, sent.Status);
    }

    [Fact]
    public async Task Record_FieldNobodyKnows_IsRefused()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await browser.OpenAsync("/complaints/new");

        var again = await browser.SendAsync(form, [.. AForm.OfAComplaint(election), ("rulebook", "KZ-2020")]);

        Assert.Equal(400, again.Status);
    }
}
