using System.Text;
using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Vault;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The page of one complaint and those below it: its way, facts, documents, undoing, the document for the forum.</summary>
public sealed class ComplaintPageTests(Tracker tracker)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\nan act\n"u8, .. new byte[2000]];

    [Theory]
    [InlineData("en", "The way of the complaint", "Now: filed", "passed ", " ago", "(IEOM Statement of 11 January 2021, note 53)")]
    [InlineData("ru", "Путь жалобы", "Сейчас: подан", "истёк ", " назад", "(Заявление Международной миссии по наблюдению за выборами от 11 января 2021 года, сноска 53)")]
    [InlineData("kk", "Шағымның жолы", "Қазір: ", "бұрын өтті", "күн", "(Сайлауды байқау жөніндегі халықаралық миссияның 2021 жылғы 11 қаңтардағы мәлімдемесі, 53-ескертпе)")]
    public async Task Complaint_Filed_ShowsItsWayAndTheTimeLeft(string language, string way, string now, string passed, string ago, string cited)
    {
        using var browser = new Browser(tracker, language);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));

        var page = await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);

        var picture = Regex.Match(page.Html, "<svg class=\"app-way\".*?</svg>", RegexOptions.Singleline).Value;
        Assert.Contains("role=\"img\" aria-labelledby=\"way-name way-what\"", picture, StringComparison.Ordinal);
        Assert.Contains($"<title id=\"way-name\">{way}</title>", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", picture, StringComparison.Ordinal);
        Assert.Contains(now, System.Net.WebUtility.HtmlDecode(picture), StringComparison.Ordinal);
        Assert.All(
            language switch { "ru" => new[] { "Территориальная", "Центральная" }, "kk" => ["Аумақтық", "Орталық"], _ => ["Territorial", "Central"] },
            forum => Assert.Contains(forum, System.Net.WebUtility.HtmlDecode(picture), StringComparison.Ordinal));
        Assert.Contains(passed, page.Text, StringComparison.Ordinal);
        Assert.Contains(ago, page.Text, StringComparison.Ordinal);
        Assert.Contains(cited, page.Text, StringComparison.Ordinal);
        Assert.Equal(language == "en", page.Text.Contains("IEOM", StringComparison.Ordinal));
    }

    // The same stops in the picture and in the list below it.
    [Fact]
    public async Task Way_InThePicture_IsToldInWordsToo()
    {
        using var browser = new Browser(tracker);
        var page = await AForm.RecordedAsync(browser, await tracker.AnElectionAsync());

        var marks = Regex.Count(page.Html, "<circle ");
        var list = Regex.Match(page.Html, "id=\"way-in-words\".*?</ol>", RegexOptions.Singleline).Value;

        Assert.True(marks > 3, $"{marks} marks are drawn.");
        Assert.Equal(marks, Regex.Count(list, "<li>"));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    public async Task Complaint_WithTwoProceedings_IsSmall(string language)
    {
        using var browser = new Browser(tracker, language);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        await AForm.StepAsync(browser, id, "Register", 1, [("registrationNumber", "17"), .. AForm.Moment("at", 11, 1, 2021, "9:30")]);
        await AForm.StepAsync(browser, id, "Decide", 1, [("outcome", "dismissed_formal"), ("grounds", "late"), .. AForm.Moment("at", 13, 1, 2021, "12:00")]);

        var page = await AForm.StepAsync(browser, id, "Appeal", 1, [("by", "complainant"), ("forum", "CEC"), .. AForm.Moment("at", 14, 1, 2021, "10:00")]);

        // Before compression; the 30 kB of a page are counted as they are sent.
        Assert.InRange(Encoding.UTF8.GetByteCount(page.Html), 1, 45_000);
        TestContext.Current.SendDiagnosticMessage($"{language}: {Encoding.UTF8.GetByteCount(page.Html)} bytes before compression.");
    }

    [Theory]
    [InlineData("hearing", "mode", "online", "Hearing")]
    [InlineData("publication", "url", "https://example.org/act", "Publication")]
    [InlineData("service", "knownVia", "own_observation", "Decision reached the party")]
    [InlineData("inForce", "source", "the court register", "Decision came into force")]
    [InlineData("remedyCarriedOut", "knownVia", "own_observation", "What was granted has been carried out")]
    [InlineData("assessment", "formalistic", "true", "Observers’ assessment")]
    [InlineData("retaliation", "note", "The landlord was told to end the lease.", "Pressure on a person reported")]
    public async Task Fact_ThroughItsForm_IsOnRecord(string fact, string field, string value, string called)
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        await AForm.StepAsync(browser, id, "Decide", 1, [("outcome", "dismissed_merits"), .. AForm.Moment("at", 12, 1, 2021, "9:00")]);
        var form = await browser.OpenAsync($"/complaints/{id}/facts/{fact}");
        Assert.Equal((200, "1"), (form.Status, form.Holds("proceeding")));

        var empty = await browser.SendAsync(form);
        var sent = await browser.SendAsync(form, [(field, value), .. AForm.Moment("at", 13, 1, 2021, "9:00")]);
        var again = await browser.SendAsync(form, [(field, value), .. AForm.Moment("at", 13, 1, 2021, "9:00")]);
        var history = await browser.OpenAsync($"/complaints/{id}/history");

        Assert.Equal((400, 303, 303), (empty.Status, sent.Status, again.Status));
        Assert.Contains("<a href=\"#at-day\">", empty.Html, StringComparison.Ordinal);
        Assert.Contains("It has been recorded.", (await browser.OpenAsync(sent.Location!)).Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(history.Text, called));
        Assert.DoesNotContain("landlord", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fact_ThatIsNone_IsNotFound()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        var page = await browser.OpenAsync($"/complaints/{id}/facts/rumour");
        Assert.Equal(404, page.Status);
        Assert.Contains("There is no such fact to record", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_TheLastStep_StrikesItOutOnce()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        var page = await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        Assert.Contains($"href=\"/complaints/{id}/undo\"", page.Html, StringComparison.Ordinal);
        var form = await browser.OpenAsync($"/complaints/{id}/undo");
        Assert.Contains("Entry No. 2 (", form.Text, StringComparison.Ordinal);

        var sent = await browser.SendAsync(form);
        var again = await browser.SendAsync(form);
        var after = await browser.OpenAsync(sent.Location!);

        Assert.Equal((303, 303), (sent.Status, again.Status));
        Assert.Contains("The entry has been struck out.", after.Text, StringComparison.Ordinal);
        Assert.Contains($"/complaints/{id}/steps/Lodge", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/complaints/{id}/undo", after.Html, StringComparison.Ordinal);
        Assert.Equal(3, (await tracker.GetAsync($"api/complaints/{id}")).Json.GetProperty("version").GetInt32());
        Assert.Equal(422, (await browser.OpenAsync($"/complaints/{id}/undo")).Status);
    }

    [Fact]
    public async Task Undo_AfterSomebodyElseActed_IsRefusedWithTheOtherWay()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);
        var form = await browser.OpenAsync($"/complaints/{id}/undo");
        await tracker.PostAsync($"api/complaints/{id}/facts", new { fact = "hearing", at = "2021-01-12T10:00:00+06:00", proceeding = 1 }, Sign.As("coordinator", "undo-colleague"));

        var refused = await browser.SendAsync(form);
        var closed = await browser.OpenAsync($"/complaints/{id}/undo");

        Assert.All([refused, closed], page =>
        {
            Assert.Equal(422, page.Status);
            Assert.Contains("Somebody else has added to the record since", page.Text, StringComparison.Ordinal);
            Assert.Contains($"id=\"above\" href=\"/complaints/{id}\"", page.Html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Documents_OneAfterTheOther_AreKeptAndListed()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        var form = await browser.OpenAsync($"/complaints/{id}/documents");
        (string, string)[] hidden = [.. form.Held.Where(each => each.Name.StartsWith('_'))];

        var first = await browser.UploadAsync(form.Action, hidden, "act.pdf", Pdf);
        var repeated = await browser.UploadAsync(form.Action, hidden, "act.pdf", Pdf);
        var next = await browser.OpenAsync(first.Location!);
        var second = await browser.UploadAsync(next.Action, [.. next.Held.Where(each => each.Name.StartsWith('_'))], "note.txt", [.. "a note"u8]);
        var page = await browser.OpenAsync(second.Location!);

        Assert.Equal((303, 303, 303), (first.Status, repeated.Status, second.Status));
        Assert.Equal((first.Location, $"/complaints/{id}/documents?done=2"), (repeated.Location, second.Location));
        Assert.Contains("Document 1 has been added.", next.Text, StringComparison.Ordinal);
        Assert.Contains("Document 2 has been added.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page.Html, $"href=\"/complaints/{id}/documents/[12]\""));
    }

    [Fact]
    public async Task Document_ThatIsNotTaken_IsToldAtTheField()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        var form = await browser.OpenAsync($"/complaints/{id}/documents");
        (string, string)[] hidden = [.. form.Held.Where(each => each.Name.StartsWith('_'))];

        var program = await browser.UploadAsync(form.Action, hidden, "tool.exe", [.. "MZ"u8, .. new byte[500]]);
        var nothing = await browser.UploadAsync(form.Action, hidden, "empty.pdf", []);
        var foreign = await browser.UploadAsync(form.Action, [("_token", "made up")], "act.pdf", Pdf);
        var none = await browser.UploadAsync(form.Action, [], "act.pdf", Pdf);

        Assert.Equal((415, 400, 400, 400), (program.Status, nothing.Status, foreign.Status, none.Status));
        Assert.Contains("<a href=\"#file\">", program.Html, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", program.Title, StringComparison.Ordinal);
        Assert.Equal(form.Action, program.Action);
        Assert.Equal(0, (await tracker.GetAsync($"api/complaints/{id}")).Json.GetProperty("documents").GetArrayLength());
    }

    [Fact]
    public async Task Hold_ThroughTheForm_IsSetAndLifted()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);
        using var browser = new Browser(tracker, AVaultCase.Administrator);

        var set = await browser.SendAsync(await browser.OpenAsync($"/complaints/{vault.Id}/hold"), ("reason", "court_order"));
        var held = await browser.OpenAsync(set.Location!);
        var wrong = await browser.SendAsync(held, ("reason", "case_expected"));
        var lifted = await browser.SendAsync(held, ("reason", "order_lifted"));
        var free = await browser.OpenAsync(lifted.Location!);

        Assert.Equal((303, 422, 303), (set.Status, wrong.Status, lifted.Status));
        Assert.Contains("A legal hold stands: nothing may be erased.", held.Text, StringComparison.Ordinal);
        Assert.Contains("While a hold stands", free.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/complaints/{vault.Id}\"", free.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "ru", "Требование", "Прошу рассмотреть дело на русском языке.", "a signature (required: Law No 221 on petitions")]
    [InlineData("ru", "kk", "Қосымшалар", "Істі қазақ тілінде қарауды сұраймын.", "подпись (обязательно: Закон о рассмотрении обращений № 221")]
    [InlineData("kk", "en", "What is asked for", "This document is in English.", "қолы (міндетті: Өтініштерді қарау туралы № 221 заң")]
    public async Task Paper_InALanguageOfItsOwn_IsWrittenDownAndComplete(string page, string language, string part, string heard, string gap)
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        using var browser = new Browser(tracker, AVaultCase.Owner);
        var form = await browser.OpenAsync($"/complaints/{vault.Id}/paper?lang={page}");

        var unsaid = await browser.SendAsync(form, ("purpose", ""));
        var paper = await browser.SendAsync(form, ("language", language), ("forum", "TEC"));
        var reads = await tracker.GetAsync($"{vault.Path}/reads", AVaultCase.Coordinator);

        Assert.Equal((400, 200, page), (unsaid.Status, paper.Status, paper.Language));
        var written = Regex.Match(paper.Html, $"<article class=\"app-paper\" lang=\"{language}\".*?</article>", RegexOptions.Singleline).Value;
        var says = System.Net.WebUtility.HtmlDecode(written);
        Assert.All([part, heard, AVaultCase.Name, AVaultCase.Narrative, AVaultCase.FileName, "____"], each => Assert.Contains(each, says, StringComparison.Ordinal));
        Assert.DoesNotContain(AVaultCase.Pressure, paper.Html, StringComparison.Ordinal);
        Assert.Contains(gap, paper.Text, StringComparison.Ordinal);
        Assert.Single(reads.Json.GetProperty("reads").EnumerateArray());
    }

    [Fact]
    public async Task History_OnAPageOfItsOwn_ShowsTheHashesOfTheChain()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        await AForm.StepAsync(browser, id, "Lodge", null, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]);

        var page = await browser.OpenAsync($"/complaints/{id}/history");
        var rest = await browser.OpenAsync($"/complaints/{id}/history?after=1");
        var events = (await tracker.GetAsync($"api/complaints/{id}/history")).Json.GetProperty("events").EnumerateArray().ToArray();

        Assert.All(events, each => Assert.Contains(each.GetProperty("hash").GetString()!, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain(events[0].GetProperty("hash").GetString()!, rest.Html, StringComparison.Ordinal);
        Assert.Contains("Nothing has been sent yet.", (await browser.OpenAsync($"/complaints/{id}/alerts")).Text, StringComparison.Ordinal);
    }
}
