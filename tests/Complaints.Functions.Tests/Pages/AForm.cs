using System.Text.RegularExpressions;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Pages;

/// <summary>Forms as people fill them in.</summary>
internal static partial class AForm
{
    /// <summary>What is typed to record a complaint about the removal of an observer.</summary>
    public static (string Name, string Value)[] OfAComplaint(Election election) =>
    [
        ("election", election.Id), ("matter", "complaint"), ("challengedActor", "PEC"), ("challengedActKind", "action"),
        ("subject", "observer_rights.removal"), .. Moment("occurredAt", 10, 1, 2021, "10:30"), ("placeZone", "Asia/Almaty"), ("region", "almaty_city"),
    ];

    /// <summary>A moment in the five parts a form asks.</summary>
    public static (string Name, string Value)[] Moment(string name, int day, int month, int year, string time) =>
        [($"{name}.day", $"{day}"), ($"{name}.month", $"{month}"), ($"{name}.year", $"{year}"), ($"{name}.time", time)];

    /// <summary>Begins a draft with these answers; where it leads.</summary>
    public static async Task<string> BegunAsync(Browser browser, params (string Name, string Value)[] fields)
    {
        var begun = await browser.SendAsync(await browser.OpenAsync("/complaints/new"), fields);
        Assert.True(begun.Status == 303, begun.Text);
        return begun.Location!;
    }

    /// <summary>The page that sends a draft of a complaint about the removal of an observer, with these answers over it.</summary>
    public static async Task<Shown> CheckAsync(Browser browser, Election election, params (string Name, string Value)[] fields)
    {
        var given = fields.Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        var draft = await BegunAsync(browser, [.. OfAComplaint(election).Where(each => !given.Contains(each.Name)), .. fields]);
        return await browser.OpenAsync(PageOf(draft, "check"));
    }

    /// <summary>Another page of the draft that this address is one of.</summary>
    public static string PageOf(string draft, string page) => $"{draft[..(draft.LastIndexOf('/') + 1)]}{page}";

    /// <summary>Records a complaint through the forms and opens its page.</summary>
    public static async Task<Shown> RecordedAsync(Browser browser, Election election, params (string Name, string Value)[] fields)
    {
        var sent = await browser.SendAsync(await CheckAsync(browser, election, fields));
        Assert.True(sent.Status == 200, sent.Text);
        return await browser.OpenAsync($"/complaints/{IdIn(sent)}");
    }

    /// <summary>The id of the complaint that the page with a new code leads to.</summary>
    public static string IdIn(Shown confirmed) => Complaint().Match(confirmed.Html).Groups[1].Value;

    /// <summary>The receipt code that a page says; null if it says none.</summary>
    public static string? CodeIn(Shown page) => Code().Match(page.Text) is { Success: true } code ? code.Value : null;

    /// <summary>Takes a step through its form and opens the complaint's page again.</summary>
    public static async Task<Shown> StepAsync(Browser browser, string complaint, string step, int? proceeding, params (string Name, string Value)[] fields)
    {
        var form = await browser.OpenAsync($"/complaints/{complaint}/steps/{step}{(proceeding is { } number ? $"?proceeding={number}" : "")}");
        Assert.Equal(200, form.Status);
        var sent = await browser.SendAsync(form, fields);
        Assert.True(sent.Status == 303, sent.Text);
        return await browser.OpenAsync(sent.Location!);
    }

    /// <summary>The id of the complaint whose page this is.</summary>
    public static string IdOf(Shown page) => page.Path.Split('/', '?')[2];

    [GeneratedRegex("href=\"/complaints/([a-z0-9]+-[a-z0-9]{8}-[a-z0-9])\"")]
    private static partial Regex Complaint();

    [GeneratedRegex(@"\b(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}\b")]
    private static partial Regex Code();
}
