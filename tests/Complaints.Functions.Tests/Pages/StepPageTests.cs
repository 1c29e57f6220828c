using System.Text.RegularExpressions;

namespace Complaints.Functions.Tests.Pages;

public sealed class StepPageTests(Tracker tracker)
{
    // Filed with the commission of the district, dismissed as late, appealed to the Central Election Commission, upheld.
    [Fact]
    public async Task Steps_ThroughForms_GoFromFilingToAppeal()
    {
        using var browser = new Browser(tracker);
        var page = await AForm.RecordedAsync(browser, await tracker.AnElectionAsync());
        var id = AForm.IdOf(page);

        page = await AForm.StepAsync(
            browser, id, "Lodge", null, [("forum", "TEC"), ("forumName", "TEC of Almaty"), .. AForm.Moment("at", 11, 1, 2021, "9:00"), ("_zone", "Asia/Almaty"), ("channel", "counter")]);
        Assert.Contains("Territorial election commission (TEC): filed.", page.Text, StringComparison.Ordinal);
        page = await AForm.StepAsync(browser, id, "Register", 1, [("registrationNumber", "17"), .. AForm.Moment("at", 11, 1, 2021, "9:30")]);
        page = await AForm.StepAsync(
            browser, id, "Decide", 1, [("outcome", "dismissed_formal"), ("grounds", "late"), ("grounds", "no_standing"), .. AForm.Moment("at", 13, 1, 2021, "12:00"), ("reasons", "none"), ("rectificationOffered", "false")]);
        Assert.Contains("filed too late; no standing", page.Text, StringComparison.Ordinal);
        page = await AForm.StepAsync(browser, id, "Appeal", 1, [("by", "complainant"), ("forum", "CEC"), .. AForm.Moment("at", 14, 1, 2021, "10:00")]);
        page = await AForm.StepAsync(browser, id, "Decide", 2, [("outcome", "upheld"), .. AForm.Moment("at", 15, 1, 2021, "10:00"), ("remedy", "observer_admitted")]);

        Assert.Contains("Central Election Commission (CEC): decided.", page.Text, StringComparison.Ordinal);
        Assert.Contains("13 January 2021, 12:00 (+06:00)", page.Text, StringComparison.Ordinal);
        Assert.Contains("appeal against a decision, from proceeding 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_NotAllowedByTheLaw_KeepsWhatWasTyped()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        var form = await browser.OpenAsync($"/complaints/{id}/steps/Decide?proceeding=1");

        var again = await browser.SendAsync(form, [("outcome", "dismissed_formal"), ("wording", "left without consideration"), .. AForm.Moment("at", 10, 1, 2021, "8:00")]);

        Assert.Equal(422, again.Status);
        Assert.Contains("<a href=\"#grounds-late\">", again.Html, StringComparison.Ordinal);
        Assert.Equal("left without consideration", again.Holds("wording"));
        Assert.Equal("dismissed_formal", again.Holds("outcome"));
        Assert.Equal("8:00", again.Holds("at.time"));
    }

    [Fact]
    public async Task Step_SentTwice_IsTakenOnce()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        var form = await browser.OpenAsync($"/complaints/{id}/steps/Lodge");
        (string Name, string Value)[] typed = [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")];

        var first = await browser.SendAsync(form, typed);
        var second = await browser.SendAsync(form, typed);

        Assert.Equal((303, 303, first.Location), (first.Status, second.Status, second.Location));
        Assert.Equal(2, (await tracker.GetAsync($"api/complaints/{id}")).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Step_ComplaintChangedMeanwhile_IsToldAndCanBeSentAgain()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        var old = await browser.OpenAsync($"/complaints/{id}/steps/Correct");
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        (string Name, string Value)[] typed =
            [("event", "1"), ("_field", "region"), ("_value", "shymkent"), ("reason", "heard wrongly"), .. AForm.Moment("at", 12, 1, 2021, "9:00")];

        var stale = await browser.SendAsync(old, typed);
        var sent = await browser.SendAsync(stale, typed);
        var page = await browser.OpenAsync(sent.Location!);

        Assert.Equal((412, 303), (stale.Status, sent.Status));
        Assert.Contains("City of Shymkent", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaint_WithTheWrongForum_WarnsOnTop()
    {
        using var browser = new Browser(tracker, "ru");
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync(), ("challengedActor", "CEC"), ("challengedActKind", "decision")));

        var page = await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "DC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);

        Assert.Contains("Районный суд (DC) не вправе рассматривать жалобу на действия: Центральная избирательная комиссия (CEC). Надлежащий орган: Верховный Суд (SC).", page.Text, StringComparison.Ordinal);
        Assert.Contains("подать туда можно по 19 января 2021 г. включительно.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryOpenStep_HasAForm()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        var page = await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);

        foreach (Match link in Regex.Matches(page.Html, "href=\"(/complaints/[^\"]+/steps/[^\"]+)\""))
        {
            var form = await browser.OpenAsync(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
            Assert.Equal((200, true), (form.Status, form.Action.Length > 0));
        }
    }

    [Theory]
    [InlineData("en", "Decision: not open now")]
    [InlineData("ru", "сейчас невозможно")]
    [InlineData("kk", "қазір мүмкін емес")]
    public async Task Step_ThatIsNotOpen_SaysWhyAndWhatIsInstead(string language, string says)
    {
        using var browser = new Browser(tracker, language);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));

        var page = await browser.OpenAsync($"/complaints/{id}/steps/Decide");

        Assert.Equal((422, ""), (page.Status, page.Action));
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        Assert.Contains($"/complaints/{id}/steps/Lodge", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "No. 3 did not happen", "struck out by No. 4")]
    [InlineData("ru", "исключена запись № 3", "исключено записью № 4")]
    [InlineData("kk", "№ 3 болған жоқ", "№ 4 жазбасымен алынып тасталды")]
    public async Task Correct_AStepThatDidNotHappen_OpensTheComplaintAgainAndShowsBoth(string language, string says, string struck)
    {
        using var browser = new Browser(tracker, language);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        await AForm.StepAsync(browser, id, "Withdraw", 1, AForm.Moment("at", 12, 1, 2021, "9:00"));

        var page = await AForm.StepAsync(
            browser, id, "Correct", null, [("event", "3"), ("_field", "didNotHappen"), ("reason", "mistyped"), .. AForm.Moment("at", 13, 1, 2021, "9:00")]);

        var history = await browser.OpenAsync($"/complaints/{id}/history");

        Assert.Contains(says, history.Text, StringComparison.Ordinal);
        Assert.Contains(struck, history.Text, StringComparison.Ordinal);
        Assert.Contains($"/complaints/{id}/steps/Withdraw?proceeding=1", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_WhatLaterEntriesRestOn_NamesThemAtTheEntry()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        await AForm.StepAsync(browser, id, "Register", 1, AForm.Moment("at", 12, 1, 2021, "9:00"));
        var form = await browser.OpenAsync($"/complaints/{id}/steps/Correct");

        var again = await browser.SendAsync(
            form, [("event", "2"), ("_field", "didNotHappen"), ("reason", "mistyped"), .. AForm.Moment("at", 13, 1, 2021, "9:00")]);
        var value = await browser.SendAsync(
            form, [("event", "2"), ("_field", "at"), ("_value", "yesterday"), ("reason", "mistyped"), .. AForm.Moment("at", 13, 1, 2021, "9:00")]);

        Assert.Contains("<a href=\"#event\">With this, later entries would not be possible: № 3.", again.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#value\">", value.Html, StringComparison.Ordinal);
    }
}
