using Complaints.TestKit;
using NodaTime;

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
        var check = await AForm.CheckAsync(browser, await tracker.AnElectionAsync());

        var first = await browser.SendAsync(check);
        var second = await browser.SendAsync(check);

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.NotEmpty(AForm.IdIn(first));
        Assert.NotNull(AForm.CodeIn(first));
        Assert.Equal((AForm.IdIn(first), AForm.CodeIn(first)), (AForm.IdIn(second), AForm.CodeIn(second)));
    }

    [Fact]
    public async Task Record_SentTwiceAtOnce_IsOneComplaint()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var check = await AForm.CheckAsync(browser, election);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendAsync(check)));

        Assert.NotNull(AForm.CodeIn(sent[0]));
        Assert.All(sent, each => Assert.Equal((200, AForm.IdIn(sent[0]), AForm.CodeIn(sent[0])), (each.Status, AForm.IdIn(each), AForm.CodeIn(each))));
        var listed = await tracker.GetAsync($"api/complaints?election={election.Id}");
        Assert.Equal(1, listed.Json.GetProperty("complaints").GetArrayLength());
    }

    [Fact]
    public async Task Question_OpenedFirst_BlamesNobodyForWhatWasNotAsked()
    {
        using var browser = new Browser(tracker);
        var draft = await AForm.BegunAsync(browser, ("election", (await tracker.AnElectionAsync()).Id));

        var question = await browser.OpenAsync(AForm.PageOf(draft, "election"));
        var wrong = await browser.OpenAsync(AForm.PageOf(await AForm.BegunAsync(browser, ("matter", "nonsense")), "election"));

        Assert.DoesNotContain("govuk-error-summary", question.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#matter-", wrong.Html, StringComparison.Ordinal);
    }

    // The clocks of Chisinau went from 2:00 to 3:00.
    [Fact]
    public async Task Record_TimeThatNeverWas_IsToldAndNotGuessed()
    {
        using var browser = new Browser(tracker);
        var draft = await AForm.BegunAsync(browser, AForm.OfAComplaint(await tracker.AnElectionAsync()));
        var form = await browser.OpenAsync(AForm.PageOf(draft, "when"));

        var again = await browser.SendAsync(form, [.. AForm.Moment("occurredAt", 28, 3, 2021, "2:30"), ("placeZone", "Europe/Chisinau")]);
        var check = await browser.OpenAsync(AForm.PageOf(draft, "check"));
        var sent = await browser.SendAsync(check);

        Assert.All([again, check, sent], page => Assert.Contains("there was no such time", page.Text, StringComparison.Ordinal));
        Assert.Equal((400, 200, 400), (again.Status, check.Status, sent.Status));
    }

    [Fact]
    public async Task Record_TimeThatCameTwice_AsksWhichAndTakesTheAnswer()
    {
        using var browser = new Browser(tracker);
        var draft = await AForm.BegunAsync(browser, AForm.OfAComplaint(await tracker.AnElectionAsync()));
        var form = await browser.OpenAsync(AForm.PageOf(draft, "when"));
        var twice = AForm.Moment("occurredAt", 29, 2, 2024, "23:30"); // Almaty went from +06:00 to +05:00 at midnight

        var asked = await browser.SendAsync(form, twice);
        var taken = await browser.SendAsync(asked, [.. twice, ("occurredAt.offset", "+05:00")]);
        var sent = await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(draft, "check")));
        var page = await browser.OpenAsync($"/complaints/{AForm.IdIn(sent)}");

        Assert.Equal((400, 303), (asked.Status, taken.Status));
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
        var check = await AForm.CheckAsync(browser, election);

        var without = await browser.SendAsync(check, ("_token", ""));
        var cookieless = await stranger.PostAsync(check.Action, [.. check.Held.Where(each => each.Name.StartsWith('_'))]);

        Assert.Equal((400, 400), (without.Status, cookieless.Status));
        Assert.StartsWith("text/html", without.Response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        var listed = await tracker.GetAsync($"api/complaints?election={election.Id}");
        Assert.Equal(0, listed.Json.GetProperty("complaints").GetArrayLength());
    }

    [Fact]
    public async Task Record_OnAnotherHost_IsTaken()
    {
        using var browser = new Browser(tracker);
        var check = await AForm.CheckAsync(browser, await tracker.AnElectionAsync());
        await using var other = await TrackerProcess.StartAsync(tracker.Storage, cancellationToken: TestContext.Current.CancellationToken);
        using var there = new Browser(other.Http.BaseAddress!, browser.Cookies);

        var sent = await there.SendAsync(check);

        Assert.Equal(200, sent.Status);
    }

    [Fact]
    public async Task Begin_WithAFieldNobodyKnows_IsRefused()
    {
        using var browser = new Browser(tracker);
        var form = await browser.OpenAsync("/complaints/new");

        var refused = await browser.SendAsync(form, [.. AForm.OfAComplaint(await tracker.AnElectionAsync()), ("rulebook", "KZ-2020")]);

        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task Confirmation_OfAnActWhoseTimeCanBeCounted_SaysTheLastMomentAndWhatIsNext()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var yesterday = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb["Asia/Almaty"]).Date.PlusDays(-1);

        var late = await browser.SendAsync(await AForm.CheckAsync(browser, election));
        var early = await browser.SendAsync(await AForm.CheckAsync(browser, election, [.. AForm.Moment("occurredAt", yesterday.Day, yesterday.Month, yesterday.Year, "12:00")]));

        Assert.All([late, early], each => Assert.Contains("It is not yet filed: bring it to the forum", each.Text, StringComparison.Ordinal));
        Assert.Matches("the time to file with [A-Z][a-z ]+ has run out: 19 January 2021", late.Text);
        Assert.Matches("File with [A-Z][a-z ]+ by .+: that is the last moment by the earliest reading of the law", early.Text);
    }
}
