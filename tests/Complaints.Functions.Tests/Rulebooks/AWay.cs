using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>A check before filing, as a browser goes through it: each page's form fills the next address.</summary>
internal static class AWay
{
    /// <summary>What is answered about the resolution of 4 December 2020, attacked before the Supreme Court.</summary>
    public static (string Name, string Value)[] OfTheResolution(Election election) =>
    [
        ("election", election.Id), ("matter", "complaint"), ("challengedActor", "CEC"), ("challengedActKind", "decision"), ("placeZone", "Asia/Almaty"),
        ("subject", "observer_rights.access_and_accreditation"), .. AForm.Moment("occurredAt", 4, 12, 2020, "12:00"), ("complainantType", "citizen_observer_group"),
    ];

    /// <summary>An address with answers.</summary>
    public static string Address(string path, params IEnumerable<(string Name, string Value)> answers) =>
        $"{path}?{string.Join('&', answers.Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value)}"))}";

    /// <summary>Sends the form of a question: what it holds, with these answers over it.</summary>
    public static Task<Shown> AnswerAsync(this Browser browser, Shown question, params (string Name, string Value)[] answers)
    {
        var given = answers.Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        return browser.OpenAsync(Address(question.Path.Split('?')[0], question.Held.Where(each => !given.Contains(each.Name) && each.Name.Length > 0).Concat(answers)));
    }

    /// <summary>Sends the form of a question, which is taken, and opens the page that comes next.</summary>
    public static async Task<Shown> GoOnAsync(this Browser browser, Shown question, params (string Name, string Value)[] answers)
    {
        var sent = await browser.AnswerAsync(question, answers);
        Assert.True(sent.Status == 303, sent.Text);
        return await browser.OpenAsync(sent.Location!);
    }
}
