using System.Globalization;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>The explanation of a count: the steps with their citations, the same bytes wherever it is told.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void Explanation_OrdinaryLimit_TellsTheCountStepByStep()
    {
        var steps = ADeadline.Of("kz.commission.decide.5").From("2020-12-14T10:00+06:00").Explanation.In(Language.English);

        Assert.Equal(
            [
                "Commission decides a complaint: 5 days. Who must act: the forum.",
                "The count starts from receipt by the forum: Monday 14 December 2020, 10:00 (UTC+06:00).",
                "The date that counts is the date at the forum: Monday 14 December 2020.",
                "Monday 14 December 2020 lies outside the window near election day, Tuesday 5 January 2021 to Sunday 10 January 2021: the ordinary limit governs.",
                "Monday 14 December 2020 is day zero; with 5 days the last day is Saturday 19 December 2020.",
                "In time until Saturday 19 December 2020, 23:59:59 (UTC+06:00); too late from Sunday 20 December 2020, 00:00 (UTC+06:00) on.",
                "Read otherwise (day of the trigger is day 1): in time until Friday 18 December 2020, 23:59:59 (UTC+06:00).",
                "Read otherwise (last day not a working day: the next working day): in time until Monday 21 December 2020, 23:59:59 (UTC+06:00).",
                "Open questions that change nothing here, whatever the answer: AMB-06.",
                "Safe under every reading until Friday 18 December 2020, 23:59:59 (UTC+06:00); late under every reading from Tuesday 22 December 2020, 00:00 (UTC+06:00) on.",
            ],
            steps.Select(step => step.Text).SkipLast(1));
        Assert.Equal("IEOM Statement of 11 January 2021, note 53", steps[0].Citation?.English);
        Assert.Equal("AMB-02", steps[6].Citation?.English);
    }

    [Fact]
    public void Explanation_LastDayOutsideTheCalendar_SaysSo() => Assert.Contains(
        ADeadline.Of("kz.file.10").In("KZ-2021H2").Before("SC").ElectionOn(null).From("2023-02-19T11:00+06:00").Explanation.Steps,
        step => step.Template == "calendar.not-covered");

    // What is asked for at once under one reading is not safe for days under every reading.
    [Theory]
    [InlineData("kz.commission.decide.5", "TEC", "2021-01-05T03:00+06:00", "span.at-once")]
    [InlineData("kz.application.answer.15_30", "CEC", "2021-01-08T09:00+06:00", "span.at-once")]
    [InlineData("kz.commission.decide.5", "TEC", "2020-12-14T10:00+06:00", "span")]
    [InlineData("kz.file.inaction.10", "TEC", "2020-12-14T10:00+06:00", "span.open")]
    public void Explanation_Closing_SaysWhatIsSafe(string limit, string forum, string from, string template) => Assert.Equal(
        template,
        Assert.Single(
            ADeadline.Of(limit).Before(forum).From(from).Explanation.Steps,
            step => step.Template.StartsWith("span", StringComparison.Ordinal)).Template);

    [Theory]
    [InlineData("KZ-2020", "2021-07-05T10:00+06:00", "law.no-longer")]
    [InlineData("KZ-2021H2", "2020-12-14T10:00+06:00", "law.not-yet")]
    public void Explanation_LawNotInForce_SaysSo(string rulebook, string from, string template) => Assert.Contains(
        ADeadline.Of("kz.commission.decide.5").In(rulebook).ElectionOn(null).From(from).Explanation.Steps, step => step.Template == template);

    [Fact]
    public void Explanation_SuspendedOnTheLastDay_SaysThatNothingIsLeft()
    {
        var steps = ADeadline.Of("kz.commission.decide.5").Suspended("2020-12-19T10:00+06:00", "2020-12-25T10:00+06:00")
            .From("2020-12-14T10:00+06:00").Explanation.In(Language.English);

        Assert.Contains("No days were left: the last day is the day of resumption, Friday 25 December 2020.", steps.Select(step => step.Text));
    }

    [Fact]
    public void Explanation_ResumedInsideTheWindow_TestsTheDayOfResumption()
    {
        var templates = ADeadline.Of("kz.commission.decide.5").Suspended("2021-01-04T10:00+06:00", "2021-01-07T10:00+06:00")
            .From("2021-01-02T10:00+06:00").Explanation.Steps.Select(step => step.Template).ToArray();

        Assert.Superset(new HashSet<string> { "stay.until", "stay.tested", "window.inside", "answer.benchmark" }, templates.ToHashSet());
        Assert.DoesNotContain("days.left", templates);
    }

    [Theory]
    [InlineData("ua.file.5", "UA-LOC-2015", "TEC-UA", "Europe/Kyiv", "2015-10-25", "2015-10-22T12:00+03:00", "cap")]
    [InlineData("ua.file.5", "UA-LOC-2015", "TEC-UA", "Europe/Kyiv", "2015-10-25", "2015-10-26T12:00+02:00", "cap.before")]
    [InlineData("am.file.results.14h", "AM-1999", "TEC-AM", "Asia/Yerevan", "1999-05-30", "1999-05-30T12:00+05:00", "start.election-day")]
    [InlineData("kz.cassation", "KZ-2020", "SC-CASS", "Asia/Almaty", "2021-01-10", "2021-01-30T12:00+06:00", "answer.unknown")]
    [InlineData("kz.commission.decide.5", "KZ-2020", "PEC", "Asia/Almaty", "2021-01-10", "2021-01-10T12:00+06:00", "answer.benchmark")]
    public void Explanation_SpecialTurn_IsTold(string limit, string rulebook, string forum, string zone, string election, string from, string template) =>
        Assert.Contains(
            ADeadline.Of(limit).In(rulebook).Before(forum, zone).ElectionOn(election).From(from).Explanation.Steps,
            step => step.Template == template);

    [Theory]
    [InlineData("kk-KZ")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("")]
    public void Explanation_AnyCultureOfTheMachine_HasTheSameBytes(string culture)
    {
        var before = Tell();
        var kept = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(before, Tell());
        }
        finally
        {
            CultureInfo.CurrentCulture = kept;
        }
    }

    [Fact]
    public void Explanation_EveryExample_CanBeToldInEveryLanguage()
    {
        foreach (var deadline in Examples.Ids.Select(id => Examples.Count(Examples.Find(id))))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                Assert.All(deadline.Explanation.In(language), step => Assert.DoesNotContain("{", step.Text, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData(Language.Russian)]
    [InlineData(Language.Kazakh)]
    public void Explanation_OtherLanguage_CanSayWhatEnglishCan(Language language)
    {
        Assert.Equal(Explanation.Sayable(Language.English), Explanation.Sayable(language));
        Assert.Superset(Triggers.All.Except([Triggers.ElectionDay]).ToHashSet(), Explanation.Sayable(language).ToHashSet());
    }

    [Theory]
    [InlineData(Language.Russian, "14 декабря 2020 г. (понедельник) — нулевой день; срок 5 дней, последний день: 19 декабря 2020 г. (суббота).")]
    [InlineData(Language.Kazakh, "2020 жылғы 14 желтоқсан (дүйсенбі) — нөлінші күн; мерзім 5 күн, соңғы күн: 2020 жылғы 19 желтоқсан (сенбі).")]
    public void Explanation_OtherLanguage_TellsTheSameCount(Language language, string sentence) => Assert.Contains(
        sentence, ADeadline.Of("kz.commission.decide.5").From("2020-12-14T10:00+06:00").Explanation.In(language).Select(step => step.Text));

    private static string Tell() => string.Join('\n', Examples.Ids
        .Select(id => Examples.Count(Examples.Find(id)))
        .SelectMany(deadline => Enum.GetValues<Language>().SelectMany(deadline.Explanation.In))
        .Select(step => $"{step.Text} [{step.Citation}]"));
}
