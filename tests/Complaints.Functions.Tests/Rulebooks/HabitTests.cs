using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>A month and an hour in the habit of whoever types them.</summary>
public sealed class HabitTests(Tracker tracker)
{
    [Theory]
    [InlineData("12", "12:00")]
    [InlineData("XII", "12.00")]
    [InlineData("ХІІ", "12-00")] // as a Kazakh keyboard has it
    [InlineData("декабря", "12 00")]
    [InlineData("Дек.", "12:00")]
    [InlineData("желтоқсан", "12:00")]
    [InlineData("ЖЕЛ", "12:00")]
    [InlineData("December", "12:00")]
    public async Task Verdict_MonthAndHourInAnyHabit_AreUnderstoodAndKeptAsTyped(string month, string time)
    {
        using var browser = new Browser(tracker);
        var answers = await AnswersAsync(month, time);

        var verdict = await browser.OpenAsync(AWay.Address("/check/verdict", answers));
        var question = await browser.OpenAsync(AWay.Address("/check/when", answers));

        Assert.True(verdict.Status == 200, verdict.Text);
        Assert.Contains("14 December 2020", verdict.Text, StringComparison.Ordinal);
        Assert.Equal((month, time), (question.Holds("occurredAt.month"), question.Holds("occurredAt.time")));
    }

    [Theory]
    [InlineData("ма", "12:00")] // March or May
    [InlineData("13", "12:00")]
    [InlineData("0", "12:00")]
    [InlineData("XIII", "12:00")]
    [InlineData("decembre", "12:00")]
    [InlineData("12", "12/00")]
    [InlineData("12", "24:00")]
    public async Task Verdict_NoMonthOrNoHour_AsksAgain(string month, string time)
    {
        using var browser = new Browser(tracker);

        var asked = await browser.OpenAsync(AWay.Address("/check/verdict", await AnswersAsync(month, time)));

        Assert.Equal((400, month, time), (asked.Status, asked.Holds("occurredAt.month"), asked.Holds("occurredAt.time")));
        Assert.Contains("href=\"#occurredAt-day\"", asked.Html, StringComparison.Ordinal);
    }

    private async Task<(string Name, string Value)[]> AnswersAsync(string month, string time) =>
    [
        .. AWay.OfTheResolution(await tracker.AnElectionAsync())
            .Select(each => each.Name == "occurredAt.month" ? (each.Name, month) : each.Name == "occurredAt.time" ? (each.Name, time) : each),
    ];
}
