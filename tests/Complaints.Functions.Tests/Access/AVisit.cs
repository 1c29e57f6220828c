using System.Net.Http;
using System.Text;
using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Access;

/// <summary>Calls the doors to one complaint with what each takes, so that whoever may open the complaint gets in.</summary>
internal static class AVisit
{
    private const string Lodging = """{ "step": "Lodge", "at": "2020-12-14T10:00:00+06:00", "forum": "TEC", "forumZone": "Asia/Almaty" }""";
    private const string Fact = """{ "fact": "assessment", "at": "2020-12-14T10:00:00+06:00" }""";

    /// <summary>Every door that names one complaint in its address, as the built program declares them.</summary>
    public static IEnumerable<ADoor> Doors => ADoor.All.Where(door => door.Route.Contains("complaints/{id}", StringComparison.Ordinal));

    /// <summary>Calls one of them in somebody's name.</summary>
    public static async Task<Answer> VisitAsync(this Tracker tracker, ADoor door, string id, (string Name, string Value) principal)
    {
        var address = door.Route.Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{step}", "Lodge", StringComparison.Ordinal)
            .Replace("{fact}", "assessment", StringComparison.Ordinal)
            .Replace("{field}", "region", StringComparison.Ordinal)
            .Replace("{n:int}", "1", StringComparison.Ordinal);

        if (door.Method == "POST" && !door.Route.StartsWith("api/", StringComparison.Ordinal))
        {
            return await SendFormAsync(tracker, door, address, principal);
        }

        return await tracker.SendAsync(new HttpMethod(door.Method), address + QueryOf(door), BodyOf(door), principal);
    }

    private static string QueryOf(ADoor door) => door.Name switch
    {
        "WhatIf" => "?rulebook=KZ-2020",
        "ReadDocument" or "SaveDocument" => "?purpose=verify_record",
        _ => "",
    };

    private static HttpContent? BodyOf(ADoor door) => (door.Method, door.Name) switch
    {
        ("GET" or "HEAD", _) or (_, "IssueCode") => null,
        (_, "TakeStep") => Json(Lodging),
        (_, "NoteFact") => Json(Fact),
        (_, "AddDocument") => Upload(),
        (_, "OpenIdentity") => Json("""{ "purpose": "verify_record" }"""),
        (_, "HearConsent") => Json("""{ "purpose": "publishing", "given": true, "at": "2020-12-14T10:00:00+06:00", "way": "orally" }"""),
        (_, "SetHold") => Json("""{ "set": true, "reason": "court_order" }"""),
        (_, "HandOver") => Json("""{ "to": "somebody", "why": "workload" }"""),
        (_, "LinkSame") => Json("""{ "other": "T0001-00000000-0", "linked": true, "why": "recorded_twice" }"""),
        (_, "Erase") => Json("""{ "reason": "safety" }"""),
        _ => throw new InvalidOperationException($"Say here what {door.Name} takes, or nobody knows whether it lets strangers in."),
    };

    private static (string Name, string Value)[] FieldsOf(ADoor door) => door.Name switch
    {
        "SendStep" => [("forum", "TEC"), ("_zone", "Asia/Almaty"), .. AForm.Moment("at", 11, 1, 2021, "9:00")],
        "SendIdentity" => [("purpose", "verify_record")],
        "SendConsent" => [("purpose", "publishing"), ("given", "true"), ("way", "orally"), .. AForm.Moment("at", 11, 1, 2021, "9:00")],
        "SendKeeper" => [("to", "somebody"), ("why", "workload")],
        "SendSame" => [("other", "T0001-00000000-0"), ("linked", "true"), ("why", "recorded_twice")],
        "SendErase" => [("reason", "safety")],
        "SendFact" => [("_zone", "Asia/Almaty"), .. AForm.Moment("at", 11, 1, 2021, "9:00")],
        "SendCorrection" => [("new.region", "almaty_city"), ("reason", "heard wrongly")],
        "SendHold" => [("reason", "court_order")],
        "SendPaper" => [("purpose", "verify_record"), ("language", "ru")],
        "SendCode" or "SendUndo" => [],
        _ => throw new InvalidOperationException($"Say here what the form of {door.Name} takes."),
    };

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static MultipartFormDataContent Upload() =>
        new() { { new ByteArrayContent([.. "%PDF-1.7\n"u8, .. new byte[100]]), "file", "act.pdf" } };

    private static async Task<Answer> SendFormAsync(Tracker tracker, ADoor door, string address, (string Name, string Value) principal)
    {
        using var browser = new Browser(tracker, principal);
        var token = (await browser.OpenAsync("/complaints/new")).Held.Where(each => each.Name.StartsWith('_'));
        var sent = door.Name == "SendUpload"
            ? await browser.UploadAsync($"/{address}", [.. token], "act.pdf", [.. "%PDF-1.7\n"u8, .. new byte[100]])
            : await browser.PostAsync($"/{address}", [.. token, .. FieldsOf(door)]);
        return new Answer(sent.Status, sent.Html, sent.Location, null, null, null);
    }
}
