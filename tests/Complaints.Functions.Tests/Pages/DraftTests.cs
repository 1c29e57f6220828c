using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A complaint is written down one question a page, each answer kept as it is given, for its writer alone.</summary>
public sealed class DraftTests(Tracker tracker)
{
    private static readonly (string Name, string Value) Observer = Sign.As("observer", "draft-a");
    private static readonly (string Name, string Value) Other = Sign.As("observer", "draft-b");

    [Fact]
    public async Task Questions_AnsweredOneByOne_LeadToTheConfirmation()
    {
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(browser);

        foreach (var (question, answer) in ADraft.Answers(election))
        {
            Assert.Equal(AForm.PageOf(draft, question), draft);
            var page = await browser.OpenAsync(draft);
            Assert.Equal((question, 200), (question, page.Status));
            var sent = question == "documents" ? await browser.PostAsync(draft, [.. page.Held.Where(each => each.Name.StartsWith('_')).DistinctBy(each => each.Name)]) : await browser.SendAsync(page, answer);
            Assert.True(sent.Status == 303, sent.Text);
            draft = sent.Location!;
        }

        var check = await browser.OpenAsync(draft);
        var confirmed = await browser.SendAsync(check);
        var complaint = await browser.OpenAsync($"/complaints/{AForm.IdIn(confirmed)}");

        Assert.EndsWith("/check", draft, StringComparison.Ordinal);
        Assert.Contains("Әсем Қ.", check.Text, StringComparison.Ordinal);
        Assert.Contains("🗳️ \u200Fמסמך", check.Text, StringComparison.Ordinal);
        Assert.Contains("10 January 2021, 10:30 (+06:00)", check.Text, StringComparison.Ordinal);
        Assert.NotNull(AForm.CodeIn(confirmed));
        Assert.Contains("Removal of an observer", complaint.Text, StringComparison.Ordinal);
        Assert.Equal((303, $"/complaints/{AForm.IdIn(confirmed)}"), ((await browser.OpenAsync(draft)).Status, (await browser.OpenAsync(draft)).Location));
        Assert.DoesNotContain(draft.Split('/')[3], (await browser.OpenAsync("/complaints/new")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatCannotBe_IsKeptAsTypedAndMarked()
    {
        using var browser = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(browser, AForm.OfAComplaint(await tracker.AnElectionAsync()));

        var again = await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(draft, "when")), AForm.Moment("occurredAt", 31, 2, 2021, "9:00"));
        var reopened = await browser.OpenAsync(AForm.PageOf(draft, "when"));
        var check = await browser.OpenAsync(AForm.PageOf(draft, "check"));
        var sent = await browser.SendAsync(check);

        Assert.Equal(400, again.Status);
        Assert.StartsWith("Error:", again.Title, StringComparison.Ordinal);
        Assert.All([again, reopened], page => Assert.Equal(("31", "2"), (page.Holds("occurredAt.day"), page.Holds("occurredAt.month"))));
        Assert.All([again, reopened], page => Assert.Contains("<a href=\"#occurredAt-day\">", page.Html, StringComparison.Ordinal));
        Assert.All([check, sent], page => Assert.Contains($"<a href=\"{AForm.PageOf(draft, "when")}\">", page.Html, StringComparison.Ordinal));
        Assert.All([again, reopened, check, sent], page => Assert.Contains("there is no such day", page.Text, StringComparison.Ordinal));
        Assert.Equal((200, 400), (check.Status, sent.Status));
        Assert.StartsWith("Error:", sent.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WithNothingInIt_SaysWhatIsNeededAndIsNotFiled()
    {
        await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(browser, ("narrative", "They said:\n  \"Out!\" & closed the door"));

        var sent = await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(draft, "check")));

        Assert.Equal(400, sent.Status);
        Assert.Contains($"<a href=\"{AForm.PageOf(draft, "election")}\">", sent.Html, StringComparison.Ordinal);
        Assert.Equal("They said:\n  \"Out!\" & closed the door", (await browser.OpenAsync(AForm.PageOf(draft, "story"))).Holds("narrative"));
    }

    [Fact]
    public async Task Draft_OnAnotherDevice_GoesOnForItsOwnerAndForNobodyElse()
    {
        var election = await tracker.AnElectionAsync();
        using var phone = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(phone, [.. AForm.OfAComplaint(election), ("narrative", "Begun on the phone")]);
        using var desk = new Browser(tracker, Observer);
        using var stranger = new Browser(tracker, Other);
        using var coordinator = new Browser(tracker, Sign.As("coordinator", "draft-c"));
        string[] pages = ["story", "check", "documents", "delete"];

        Assert.Contains(draft.Split('/')[3], (await desk.OpenAsync("/complaints/new")).Html, StringComparison.Ordinal);
        Assert.Equal("Begun on the phone", (await desk.OpenAsync(AForm.PageOf(draft, "story"))).Holds("narrative"));

        foreach (var other in new[] { stranger, coordinator })
        {
            var first = await other.OpenAsync("/complaints/new");
            Assert.DoesNotContain(draft.Split('/')[3], first.Html, StringComparison.Ordinal);
            (string, string)[] marks = [.. first.Held.Where(each => each.Name.StartsWith('_'))];
            Assert.All(await Task.WhenAll(pages.Select(page => other.OpenAsync(AForm.PageOf(draft, page)))), page => Assert.Equal(404, page.Status));
            Assert.All(await Task.WhenAll(new[] { "story", "check", "delete", "documents/remove" }.Select(page => other.PostAsync(AForm.PageOf(draft, page), marks))), page => Assert.Equal(404, page.Status));
        }

        Assert.Equal(404, (await ADraft.UploadAsync(tracker, stranger, draft, "a.txt", "text"u8.ToArray(), Other)).Status);
        Assert.Equal(200, (await desk.SendAsync(await desk.OpenAsync(AForm.PageOf(draft, "check")))).Status);
    }

    [Fact]
    public async Task Answer_ToAQuestionAnsweredMeanwhile_IsToldAndNothingIsLost()
    {
        using var phone = new Browser(tracker, Observer);
        using var desk = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(phone, AForm.OfAComplaint(await tracker.AnElectionAsync()));
        var (there, here) = (await desk.OpenAsync(AForm.PageOf(draft, "story")), await phone.OpenAsync(AForm.PageOf(draft, "story")));
        var asked = await desk.OpenAsync(AForm.PageOf(draft, "asked"));

        Assert.Equal(303, (await phone.SendAsync(here, ("narrative", "From the phone"))).Status);
        Assert.Equal(303, (await phone.SendAsync(here, ("narrative", "From the phone"))).Status); // a double click
        var told = await desk.SendAsync(there, ("narrative", "From the desk"));
        var other = await desk.SendAsync(asked, ("knownVia", "media"));
        var kept = (await phone.OpenAsync(AForm.PageOf(draft, "story"))).Holds("narrative");
        var taken = await desk.SendAsync(told);

        Assert.Equal((409, "From the desk", "From the phone"), (told.Status, told.Holds("narrative"), kept));
        Assert.Contains("answered on another page or device", told.Text, StringComparison.Ordinal);
        Assert.Equal((303, 303), (other.Status, taken.Status));
        Assert.Equal("From the desk", (await phone.OpenAsync(AForm.PageOf(draft, "story"))).Holds("narrative"));
    }

    [Fact]
    public async Task Delete_OfADraft_TakesItAway()
    {
        await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(browser, ("narrative", "To be thrown away"));

        var sent = await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(draft, "delete")));
        var again = await browser.OpenAsync(AForm.PageOf(draft, "story"));
        var filed = await browser.PostAsync(AForm.PageOf(draft, "check"), [.. (await browser.OpenAsync("/complaints/new")).Held.Where(each => each.Name.StartsWith('_'))]);

        Assert.Equal((303, "/complaints/new"), (sent.Status, sent.Location));
        Assert.Equal((303, "/complaints/new"), (again.Status, again.Location));
        Assert.Equal(404, filed.Status);
        Assert.DoesNotContain(draft.Split('/')[3], (await browser.OpenAsync("/complaints/new")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KZ-2020", "complaint", "action", "who person against when counted subject story asked documents")]
    [InlineData("KZ-2020", "complaint", "decision", "who person against act when counted subject story asked documents")]
    [InlineData("KZ-2020", "application", "", "who person when subject story asked documents")]
    public async Task Questions_GoByTheLawAndByWhatWasAnswered(string rulebook, string matter, string kind, string expected)
    {
        using var browser = new Browser(tracker, Observer);
        var election = await tracker.AnElectionAsync(rulebook);
        var draft = await AForm.BegunAsync(browser, [("election", election.Id), ("matter", matter), .. kind.Length > 0 ? new[] { ("challengedActor", "PEC"), ("challengedActKind", kind) } : []]);

        var check = await browser.OpenAsync(AForm.PageOf(draft, "check"));
        var asked = System.Text.RegularExpressions.Regex.Matches(check.Html, "id=\"change-([a-z]+)\"").Select(each => each.Groups[1].Value).Skip(1);

        Assert.Equal(expected, string.Join(' ', asked));
    }

    [Fact]
    public async Task Check_OfAnActThatIsOnRecord_ShowsWhatTheCallerMayFindAndFilesAllTheSame()
    {
        var election = await tracker.AnElectionAsync();
        (string, string)[] act = [("challengedActKind", "decision"), ("challengedAct", "ACT-1")];
        using var browser = new Browser(tracker, Observer);
        using var stranger = new Browser(tracker, Other);
        var own = AForm.IdOf(await AForm.RecordedAsync(browser, election, act));
        var others = AForm.IdOf(await AForm.RecordedAsync(stranger, election, act));

        var check = await AForm.CheckAsync(browser, election, act);
        var whole = await AForm.CheckAsync(new Browser(tracker, Sign.As("coordinator", "draft-c")), election, act);
        var elsewhere = await AForm.CheckAsync(browser, election, ("challengedActKind", "decision"), ("challengedAct", "ACT-2"));

        Assert.Contains($"href=\"/complaints/{own}\"", check.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(others, check.Html, StringComparison.OrdinalIgnoreCase);
        Assert.All([own, others], each => Assert.Contains($"href=\"/complaints/{each}\"", whole.Html, StringComparison.Ordinal));
        Assert.DoesNotContain(own, elsewhere.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await browser.SendAsync(check)).Status);
    }

    [Fact]
    public async Task Documents_OfADraft_GoWithTheComplaint()
    {
        using var browser = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(browser, AForm.OfAComplaint(await tracker.AnElectionAsync()));

        var added = await ADraft.UploadAsync(tracker, browser, draft, "Хаттама №1.txt", "the protocol"u8.ToArray(), Observer);
        var twin = await ADraft.UploadAsync(tracker, browser, draft, "second.txt", "removed again"u8.ToArray(), Observer);
        var refused = await ADraft.UploadAsync(tracker, browser, draft, "a.zip", [0x50, 0x4b, 3, 4, .. new byte[100]], Observer);
        var page = await browser.OpenAsync(AForm.PageOf(draft, "documents"));
        var removed = await browser.PostAsync(AForm.PageOf(draft, "documents/remove"), ("_token", page.Holds("_token")), ("_document", "2"));
        var sent = await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(draft, "check")));
        var complaint = await tracker.GetAsync($"api/complaints/{AForm.IdIn(sent)}", Observer);

        Assert.Equal((303, 303, 415, 303), (added.Status, twin.Status, refused.Status, removed.Status));
        Assert.Contains("Archives are not taken", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Хаттама №1.txt", page.Text, StringComparison.Ordinal);
        var document = Assert.Single(complaint.Json.GetProperty("documents").EnumerateArray());
        Assert.Equal(12, document.GetProperty("size").GetInt64());
        Assert.Equal("the protocol", (await tracker.GetAsync($"api/complaints/{AForm.IdIn(sent)}/documents/1", Observer)).Text);
    }

    [Fact]
    public async Task Drafts_MoreThanOnePersonMayHave_AreRefused()
    {
        await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Sign.As("observer", "draft-many"));
        var form = await browser.OpenAsync("/complaints/new");

        for (var number = 0; number < 50; number++)
        {
            Assert.Equal(303, (await browser.SendAsync(form, ("_key", $"{number}"), ("precinct", $"{number}"))).Status);
        }

        var refused = await browser.SendAsync(form, ("_key", "50"));
        var first = await browser.SendAsync(form, ("_key", "0"));

        Assert.Equal((409, 303), (refused.Status, first.Status));
    }

    // The cookie is gone, as after a browser was closed: the browser still says that our own page sent the form.
    [Fact]
    public async Task Answer_UnderAnOldToken_IsShownAgainAndTaken()
    {
        using var before = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(before, AForm.OfAComplaint(await tracker.AnElectionAsync()));
        var form = await before.OpenAsync(AForm.PageOf(draft, "story"));
        using var after = new Browser(tracker, Observer, ("Sec-Fetch-Site", "same-origin"));
        using var elsewhere = new Browser(tracker, Observer);

        var refused = await after.SendAsync(form, ("narrative", "Typed before the night"));
        var planted = await elsewhere.SendAsync(form, ("narrative", "Typed before the night"));
        var taken = await after.SendAsync(refused);

        Assert.Equal((400, "Typed before the night"), (refused.Status, refused.Holds("narrative")));
        Assert.Contains("Nothing has been recorded", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Typed before the night", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed before the night", planted.Html, StringComparison.Ordinal);
        Assert.Equal(303, taken.Status);
        Assert.Equal("Typed before the night", (await after.OpenAsync(AForm.PageOf(draft, "story"))).Holds("narrative"));
    }
}
