using System.Globalization;
using System.Text.Json.Nodes;
using Complaints.Functions.Tests.Pages;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>The pages that look at a filing before it is made.</summary>
public sealed class CheckingTests(Tracker tracker)
{
    [Fact]
    public async Task Check_FiveQuestionsAnswered_SaysWhereAndUntilWhen()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();

        var act = await browser.OpenAsync($"/check/act?election={election.Id}");
        var subject = await browser.GoOnAsync(act, ("challengedActor", "CEC"), ("challengedActKind", "decision"));
        var when = await browser.GoOnAsync(subject, ("subject", "observer_rights.access_and_accreditation"));
        var who = await browser.GoOnAsync(when, AForm.Moment("occurredAt", 4, 12, 2020, "12:00"));
        var filing = await browser.GoOnAsync(who, ("complainantType", "citizen_observer_group"));
        var verdict = await browser.GoOnAsync(filing, ("has", "signature"));

        Assert.Equal(["/check/act", "/check/subject", "/check/when", "/check/who", "/check/filing", "/check/verdict"], new[] { act, subject, when, who, filing, verdict }.Select(PathOf));
        Assert.All([act, subject, when, who, filing, verdict], page => Assert.Equal((200, 1), (page.Status, page.Html.Split("<h1").Length - 1)));
        Assert.Contains("The law names one forum for such an act. Supreme Court", Tidy(verdict), StringComparison.Ordinal);
        Assert.Contains("13 December 2020, 23:59 (+06:00)", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("14 December 2020, 23:59 (+06:00)", verdict.Text, StringComparison.Ordinal);
        Assert.True(verdict.Text.IndexOf("13 December 2020", StringComparison.Ordinal) < verdict.Text.IndexOf("14 December 2020", StringComparison.Ordinal), "The earliest comes first.");
        Assert.Contains("Although it is late:", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("IEOM Statement of 11 January 2021, Complaints and Appeals", verdict.Text, StringComparison.Ordinal);
    }

    // What is listed on the page is what the domain's own worked deadlines give, whoever sits where. The rest of the forty are no times to file, or hang on a phase nobody is asked.
    [Theory]
    [InlineData("E01", "CEC", "")]
    [InlineData("E02", "PEC", "")]
    [InlineData("E03", "TEC", "")]
    [InlineData("E04", "PEC", "")]
    [InlineData("E06", "PEC", "")]
    [InlineData("E07", "PEC", "")]
    [InlineData("E08", "PEC", "")]
    [InlineData("E10", "PEC", "")]
    [InlineData("E11", "PEC", "")]
    [InlineData("E13", "CEC", "")]
    [InlineData("E14", "CEC", "")]
    [InlineData("E15", "CEC", "")]
    [InlineData("E17", "CEC", "candidate_registration.refusal")]
    [InlineData("E39", "CEC", "")]
    [InlineData("E53", "candidate", "")]
    [InlineData("E56", "candidate", "")]
    public async Task Verdict_WorkedDeadline_ListsEveryReading(string example, string actor, string subject)
    {
        var worked = WorkedExamples.Find(example);
        var ask = worked["ask"]!;
        var election = await ElectionOfAsync(example, Text(ask, "rulebook"), ask["electionDay"]?.GetValue<string>());
        var zone = DateTimeZoneProviders.Tzdb[Text(ask, "placeZone")];
        var from = OffsetDateTimePattern.ExtendedIso.Parse(Text(ask, "countedFrom")).Value.ToInstant().InZone(zone);
        using var browser = new Browser(tracker);

        var verdict = await browser.OpenAsync(AWay.Address("/check/verdict",
        [
            ("election", election), ("matter", "complaint"), ("challengedActor", actor), ("challengedActKind", "action"), ("placeZone", zone.Id), ("forum", Text(ask, "forum")),
            .. AForm.Moment("occurredAt", from.Day, from.Month, from.Year, from.ToString("HH:mm", CultureInfo.InvariantCulture)), ("subject", subject),
        ]));

        Assert.True(verdict.Status == 200, verdict.Text);
        string[] due = [Text(worked["expected"]!, "lastMomentLocal"), .. (worked["alternatives"]?.AsArray() ?? []).Select(each => each!["lastMomentLocal"]?.GetValue<string>()).OfType<string>()];
        Assert.All(due, each => Assert.Contains(Written(each), verdict.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Before you file: what the law says", "contested", "the earliest reading", "IEOM Statement of 11 January 2021")]
    [InlineData("ru", "До подачи: что говорит закон", "спорно", "По самому раннему толкованию срок истёк", "Заявление Международной миссии по наблюдению за выборами от 11 января 2021 года")]
    [InlineData("kk", "Бермес бұрын: заң не дейді", "даулы", "Ең ерте түсіндіру бойынша мерзім", "Сайлауды байқау жөніндегі халықаралық миссияның 2021 жылғы 11 қаңтардағы мәлімдемесі")]
    public async Task Verdict_BetweenTheReadings_IsShownAsContested(string language, string title, string mark, string sentence, string cited)
    {
        using var browser = new Browser(tracker, language);
        var election = await tracker.AnElectionAsync();
        var act = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb["Asia/Almaty"]).Date.PlusDays(-10);

        var verdict = await browser.OpenAsync(AWay.Address("/check/verdict",
            [.. AWay.OfTheResolution(election).Where(each => !each.Name.StartsWith("occurredAt", StringComparison.Ordinal)), .. AForm.Moment("occurredAt", act.Day, act.Month, act.Year, "0:01")]));

        Assert.Equal((200, language), (verdict.Status, verdict.Language));
        Assert.StartsWith(title, verdict.Title, StringComparison.Ordinal);
        Assert.Contains(mark, verdict.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(sentence, verdict.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("govuk-tag--yellow", verdict.Html, StringComparison.Ordinal);
        Assert.Contains($"<cite>{cited}", System.Net.WebUtility.HtmlDecode(verdict.Html), StringComparison.Ordinal);
        Assert.Equal(language == "en", verdict.Text.Contains("IEOM", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\{\d\}|check\.[a-z]", verdict.Text);
    }

    [Fact]
    public async Task Verdict_OfResults_ShowsBothRoutesAsOpen()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();

        var who = await browser.OpenAsync($"/check/who?election={election.Id}&challengedActor=CEC&challengedActKind=results");
        var verdict = await browser.OpenAsync(AWay.Address("/check/verdict", [.. AWay.OfTheResolution(election).Where(each => each.Name != "challengedActKind"), ("challengedActKind", "results")]));

        Assert.Contains("name=\"members\"", who.Html, StringComparison.Ordinal);
        Assert.Contains("one fifth of all members of parliament", who.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"forum-CC\"", verdict.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"forum-SC\"", verdict.Html, StringComparison.Ordinal);
        Assert.Contains("AMB-08", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("more than one forum", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdict_WrongForumNamed_LeadsToTheRightOnes()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();

        var wrong = await browser.OpenAsync(AWay.Address("/check/verdict", [.. AWay.OfTheResolution(election), ("forum", "DC")]));

        Assert.Contains("govuk-tag--red", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("Bring it to the right forum. Supreme Court", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Look at the forums the law names", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AnsweredWrongly_KeepsWhatWasTypedAndNamesTheField()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var when = await browser.OpenAsync(AWay.Address("/check/when", [("election", election.Id), ("matter", "complaint"), ("challengedActor", "PEC")]));

        var again = await browser.AnswerAsync(when, AForm.Moment("occurredAt", 31, 2, 2021, "10:30"));
        var script = await browser.AnswerAsync(when, ("occurredAt.day", "<script>alert(1)</script>"), ("placeZone", "\"><img src=x>"));

        Assert.Equal((400, "31", "10:30"), (again.Status, again.Holds("occurredAt.day"), again.Holds("occurredAt.time")));
        Assert.StartsWith("Error:", again.Title, StringComparison.Ordinal);
        Assert.Contains("href=\"#occurredAt-day\"", again.Html, StringComparison.Ordinal);
        Assert.Equal(("PEC", election.Id), (again.Holds("challengedActor"), again.Holds("election")));
        Assert.Equal((400, "<script>alert(1)</script>"), (script.Status, script.Holds("occurredAt.day")));
        Assert.DoesNotContain("<script", script.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", script.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("challengedActor", "NOBODY", 400, "challengedActor", "What was done, and by whom?")]
    [InlineData("subject", "voting", 400, "subject", "What is it about?")]
    [InlineData("placeZone", "Mars/Olympus", 400, "placeZone", "When was it, and where?")]
    [InlineData("occurredAt.year", "1901", 400, "occurredAt-day", "When was it, and where?")]
    [InlineData("complainantType", "passer-by", 400, "complainantType", "Who complains?")]
    [InlineData("forum", "ECHR", 400, "forum", "Where will it go, and what does it contain?")]
    [InlineData("has", "seal", 400, "has", "Where will it go, and what does it contain?")]
    [InlineData("election", "none", 400, "election", "Which election is it about?")]
    public async Task Verdict_AddressTamperedWith_AsksThatQuestionAgain(string field, string value, int status, string target, string question)
    {
        using var browser = new Browser(tracker);
        var answers = AWay.OfTheResolution(await tracker.AnElectionAsync());

        var page = await browser.OpenAsync(AWay.Address("/check/verdict", [.. answers.Where(each => each.Name != field), (field, value)]));

        Assert.True(page.Status == status, page.Text);
        Assert.Contains(question, page.Title, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{target}", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/check/verdict", 303, "/check")]
    [InlineData("/check/act", 303, "/check")]
    [InlineData("/check/nothing", 404, null)]
    public async Task Check_OpenedInTheMiddle_BeginsAtItsBeginning(string path, int status, string? location)
    {
        using var browser = new Browser(tracker);

        var page = await browser.OpenAsync(path);

        Assert.Equal((status, location), (page.Status, page.Location));
    }

    [Fact]
    public async Task Verdict_AnswerChanged_ComesBackWithTheOthers()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var verdict = await browser.OpenAsync(AWay.Address("/check/verdict", AWay.OfTheResolution(election)));
        var change = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(verdict.Html, "href=\"(/check/subject[^\"]*)\"").Groups[1].Value);

        var question = await browser.OpenAsync(change);
        var again = await browser.GoOnAsync(question, ("subject", "voting.secrecy"));

        Assert.Equal("/check/verdict", PathOf(again));
        Assert.Contains("Secrecy of the vote", again.Text, StringComparison.Ordinal);
        Assert.Contains("13 December 2020, 23:59", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdict_GoingOnToRecord_IsOfferedToWhoMayAndToOthersSaysHow()
    {
        var election = await tracker.AnElectionAsync();
        var address = AWay.Address("/check/verdict", [.. AWay.OfTheResolution(election), ("forum", "SC"), ("has", "facts"), ("has", "date"), ("members", "3")]);
        using var observer = new Browser(tracker, Sign.As("observer"));
        using var analyst = new Browser(tracker, Sign.As("analyst"));

        var may = await observer.OpenAsync(address);
        var mayNot = await analyst.OpenAsync(address);

        Assert.Equal("/complaints/drafts", may.Action);
        string[] sent = [.. may.Held.Select(each => each.Name).Where(each => !each.StartsWith('_'))];
        Assert.Equal(
            ["challengedActKind", "challengedActor", "complainantType", "election", "matter", "occurredAt.day", "occurredAt.month", "occurredAt.time", "occurredAt.year", "placeZone", "subject"],
            sent.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("/complaints/drafts", mayNot.Html, StringComparison.Ordinal);
        Assert.Contains("Only observers and coordinators of this election", mayNot.Text, StringComparison.Ordinal);
    }

    private async Task<string> ElectionOfAsync(string example, string rulebook, string? day)
    {
        var id = $"worked-{example.ToLowerInvariant()}";
        var opened = await tracker.PostAsync("api/elections", new { id, code = $"W{example}", name = "A worked deadline", rulebook, electionDay = day });
        Assert.True(opened.Status is 200 or 201, opened.Text);
        return id;
    }

    private static string PathOf(Shown page) => page.Path.Split('?')[0];

    private static string Tidy(Shown page) => System.Text.RegularExpressions.Regex.Replace(page.Text, @"\s+", " ");

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>A local moment as the English pages write it.</summary>
    private static string Written(string local)
    {
        var at = OffsetDateTimePattern.ExtendedIso.Parse(local).Value;
        return at.ToString("d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture) + $" ({at.ToString("o<+HH:mm>", CultureInfo.InvariantCulture)})";
    }
}
