using System.Text.RegularExpressions;

namespace Complaints.Functions.Tests.Pages;

public sealed class CorrectionPageTests(Tracker tracker)
{
    [Fact]
    public async Task Corrections_ShowWhatEveryEntrySaysAndLeadToEachField()
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);

        var page = await browser.OpenAsync($"/complaints/{id}/corrections");

        Assert.Contains("1. Complaint written down", page.Text, StringComparison.Ordinal);
        Assert.Contains("2. Filing with a forum It did not happen : 2. Filing with a forum When 11 January 2021, 09:00 (+06:00)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Forum Territorial election commission", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/corrections/1/didNotHappen", page.Html, StringComparison.Ordinal);

        foreach (Match link in Regex.Matches(page.Html, "href=\"(/complaints/[^\"]+/corrections/[^\"]+)\""))
        {
            var form = await browser.OpenAsync(link.Groups[1].Value);
            Assert.Equal((200, true), (form.Status, form.Action.Length > 0));
        }
    }

    [Fact]
    public async Task Correct_AMoment_IsAskedAsMomentsAreAndHoldsTheOldOne()
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);
        var form = await browser.OpenAsync($"/complaints/{id}/corrections/2/at");

        var page = await SentAsync(browser, form, ("new.at.day", "12"), ("new.at.time", "8:30"), ("reason", "misread the stamp"));

        Assert.Equal(("11", "1", "2021", "09:00"), (form.Holds("new.at.day"), form.Holds("new.at.month"), form.Holds("new.at.year"), form.Holds("new.at.time")));
        Assert.Contains("Received 12 January 2021, 08:30 (+06:00)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_SeveralOfAList_ReplacesTheList()
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);
        await AForm.StepAsync(browser, id, "Decide", 1, [("outcome", "dismissed_formal"), ("grounds", "late"), .. AForm.Moment("at", 13, 1, 2021, "12:00")]);
        var form = await browser.OpenAsync($"/complaints/{id}/corrections/3/grounds");

        var page = await SentAsync(browser, form, ("new.grounds", "wrong_forum"), ("new.grounds", "no_standing"), ("reason", "misread"));

        Assert.Equal("late", form.Holds("new.grounds"));
        Assert.Contains("wrong forum; no standing", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("filed too late", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_YesOrNo_AndToNotKnown()
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);
        await AForm.StepAsync(browser, id, "Decide", 1, [("outcome", "dismissed_merits"), ("rectificationOffered", "false"), .. AForm.Moment("at", 13, 1, 2021, "12:00")]);

        var yes = await SentAsync(browser, await browser.OpenAsync($"/complaints/{id}/corrections/3/rectificationOffered"), ("new.rectificationOffered", "true"), ("reason", "misread"));
        var unknown = await SentAsync(browser, await browser.OpenAsync($"/complaints/{id}/corrections/3/rectificationOffered"), ("new.rectificationOffered", ""), ("reason", "nobody knows"));

        Assert.Contains("Was mending offered yes", yes.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Was mending offered", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_WithoutReasonAndWithADayThatIsNone_KeepsWhatWasTyped()
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);

        var again = await browser.SendAsync(await browser.OpenAsync($"/complaints/{id}/corrections/1/occurredAt"), ("new.occurredAt.day", "32"));

        Assert.Equal((400, "32"), (again.Status, again.Holds("new.occurredAt.day")));
        Assert.Contains("<a href=\"#new-occurredAt-day\">“When it happened”: there is no such day.</a>", again.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#reason\">Fill in “Why, without names”.</a>", again.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/matter", "new.matter")]
    [InlineData("2/forum", "new.forum")]
    [InlineData("2/at", "new.at.day", "new.at.month", "new.at.year", "new.at.time")]
    public async Task Correct_ToNothingWhatNoEntryIsWithout_IsRefusedAtTheField(string what, params string[] names)
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);

        var again = await browser.SendAsync(await browser.OpenAsync($"/complaints/{id}/corrections/{what}"), [.. names.Select(name => (name, "")), ("reason", "a trial")]);

        Assert.InRange(again.Status, 400, 422);
        Assert.Contains($"<a href=\"#{names[0].Replace('.', '-')}\">", again.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9/at")]
    [InlineData("2/colour")]
    [InlineData("1/didNotHappen")]
    [InlineData("2/forumZon")]
    public async Task Correct_WhatIsNotThere_SaysSo(string what)
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);
        var form = await browser.OpenAsync($"/complaints/{id}/corrections/2/at");

        var shown = await browser.OpenAsync($"/complaints/{id}/corrections/{what}");
        var sent = await browser.PostAsync($"/complaints/{id}/corrections/{what}", [.. form.Held.Where(each => each.Name.StartsWith('_')), ("reason", "a trial")]);

        Assert.Equal((422, 422), (shown.Status, sent.Status));
    }

    [Theory]
    [InlineData("en", "No. 3 did not happen", "struck out by No. 4")]
    [InlineData("ru", "исключена запись № 3", "исключено записью № 4")]
    [InlineData("kk", "№ 3 болған жоқ", "№ 4 жазбамен болмаған деп белгіленді")]
    public async Task Correct_AStepThatDidNotHappen_OpensTheComplaintAgainAndShowsBoth(string language, string says, string struck)
    {
        using var browser = new Browser(tracker, language);
        var id = await FiledAsync(browser);
        await AForm.StepAsync(browser, id, "Withdraw", 1, AForm.Moment("at", 12, 1, 2021, "9:00"));

        var page = await SentAsync(browser, await browser.OpenAsync($"/complaints/{id}/corrections/3/didNotHappen"), ("reason", "mistyped"));

        var history = await browser.OpenAsync($"/complaints/{id}/history");

        Assert.Contains(says, history.Text, StringComparison.Ordinal);
        Assert.Contains(struck, history.Text, StringComparison.Ordinal);
        Assert.Contains($"/complaints/{id}/steps/Withdraw?proceeding=1", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_WhatLaterEntriesRestOn_NamesThem()
    {
        using var browser = new Browser(tracker);
        var id = await FiledAsync(browser);
        await AForm.StepAsync(browser, id, "Register", 1, AForm.Moment("at", 12, 1, 2021, "9:00"));

        var struck = await browser.SendAsync(await browser.OpenAsync($"/complaints/{id}/corrections/2/didNotHappen"), ("reason", "mistyped"));
        var moved = await browser.SendAsync(await browser.OpenAsync($"/complaints/{id}/corrections/2/at"), ("new.at.day", "13"), ("reason", "mistyped"));

        Assert.Equal((422, 422), (struck.Status, moved.Status));
        Assert.Contains("With this, later entries would not be possible: № 3.", struck.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#new-at-day\">With this, later entries would not be possible: № 3.", moved.Html, StringComparison.Ordinal);
    }

    private async Task<string> FiledAsync(Browser browser)
    {
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        return id;
    }

    private static async Task<Shown> SentAsync(Browser browser, Shown form, params (string Name, string Value)[] fields)
    {
        var sent = await browser.SendAsync(form, fields);
        Assert.True(sent.Status == 303, sent.Text);
        return await browser.OpenAsync(sent.Location!);
    }
}
