using System.Net.Http;
using System.Net.Http.Headers;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A draft on its pages.</summary>
internal static class ADraft
{
    /// <summary>Every question that can be asked of a complaint under KZ-2020, in order, with an answer.</summary>
    public static IReadOnlyList<(string Question, (string Name, string Value)[] Answer)> Answers(Election election) =>
    [
        ("election", [("election", election.Id), ("matter", "complaint")]),
        ("who", [("complainantType", "voter")]),
        ("person", [("identity.name", "Әсем Қ."), ("identity.contact", "asem@example.org")]),
        ("against", [("challengedActor", "PEC"), ("challengedActKind", "decision")]),
        ("act", [("challengedAct", $"ACT-{election.Code}")]),
        ("when", [.. AForm.Moment("occurredAt", 10, 1, 2021, "10:30"), ("placeZone", "Asia/Almaty"), ("region", "almaty_city")]),
        ("counted", []),
        ("subject", [("subject", "observer_rights.removal")]),
        ("story", [("narrative", "Төраға бақылаушыны шығарып жіберді. 🗳️ \u200Fמסמך")]),
        ("asked", [("remedySought", "observer_admitted"), ("knownVia", "own_observation")]),
        ("documents", []),
    ];

    /// <summary>Every page of a new draft.</summary>
    public static async Task<Shown[]> PagesAsync(Browser browser, Election election)
    {
        var draft = await AForm.BegunAsync(browser, AForm.OfAComplaint(election));
        return await Task.WhenAll(Answers(election).Select(each => each.Question).Where(each => each != "act").Append("check").Append("delete")
            .Select(page => browser.OpenAsync(AForm.PageOf(draft, page))));
    }

    /// <summary>Sends a document from the page about the documents of a draft.</summary>
    public static async Task<Answer> UploadAsync(Tracker tracker, Browser browser, string draft, string name, byte[] bytes, params (string Name, string Value)[] headers)
    {
        var page = await browser.OpenAsync(AForm.PageOf(draft, "documents"));
        using var content = new MultipartFormDataContent { { new StringContent(page.Holds("_token")), "_token" } };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "document", FileNameStar = name };
        content.Add(file);
        return await tracker.SendAsync(HttpMethod.Post, AForm.PageOf(draft, "documents/add"), content, [("Cookie", browser.Cookies.GetCookieHeader(tracker.Http.BaseAddress!)), .. headers]);
    }
}
