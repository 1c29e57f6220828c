using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Complaints.EndToEnd.Tests;

/// <summary>What pages need to have something to show: complaints of the sample election, and the receipt code of one.</summary>
/// <param name="Decided">A complaint that was dismissed on form and may be appealed; it has a document.</param>
/// <param name="Lodged">A complaint that its forum has not decided yet.</param>
/// <param name="New">A complaint that has not been filed yet.</param>
/// <param name="Code">The receipt code of the decided one.</param>
/// <param name="Receipt">A signed receipt of the decided one, as text.</param>
internal sealed record Scene(string Decided, string Lodged, string New, string Code, string Receipt)
{
    /// <summary>The election that the tracker starts with.</summary>
    public const string Election = "kz-2021";

    /// <summary>What was typed by people; pages show it as it is, in any language.</summary>
    public static readonly string[] Typed =
    [
        "Алматы қаласы Медеу ауданының аумақтық сайлау комиссиясы", "Айгүл Сынақова", "aigul@example.org", "Төраға байқаушыдан залдан шығуды өтінді.",
        "Оставить без рассмотрения", "акт № 1, Әділ.pdf", "Состав комиссии",
        "Parliamentary elections, Kazakhstan, 10 January 2021",
    ];

    /// <summary>Makes it.</summary>
    public static async Task<Scene> SetAsync(ATracker tracker)
    {
        var decided = await LodgedAsync(tracker);
        await TakeAsync(tracker, decided, new { step = "Register", at = "2021-01-11T11:00:00+06:00", registrationNumber = "17" });
        await TakeAsync(tracker, decided, new
        {
            step = "Decide", at = "2021-01-11T16:00:00+06:00", outcome = "dismissed_formal", grounds = new[] { "late" }, wording = Typed[4], decidedBy = Typed[6],
            reasons = "none", rectificationOffered = false,
        });
        var code = await tracker.PostAsync($"api/complaints/{decided}/code", new { });
        var receipt = await tracker.GetAsync($"api/complaints/{decided}/receipt");
        await tracker.PostAsync($"api/complaints/{decided}/identity", new { purpose = "verify_record" });
        return new Scene(decided, await LodgedAsync(tracker), await RecordedAsync(tracker), code.GetProperty("code").GetString()!, receipt.GetRawText());
    }

    /// <summary>An address with its holes filled in.</summary>
    public string Address(string pattern) => pattern
        .Replace("{decided}", Decided, StringComparison.Ordinal).Replace("{lodged}", Lodged, StringComparison.Ordinal)
        .Replace("{new}", New, StringComparison.Ordinal).Replace("{election}", Election, StringComparison.Ordinal);

    /// <summary>Records a complaint about the removal of an observer, as an observer.</summary>
    public static async Task<string> RecordedAsync(ATracker tracker, string narrative = "Төраға байқаушыдан залдан шығуды өтінді.")
    {
        var recorded = await tracker.PostAsync(
            "api/complaints",
            new
            {
                election = Election, matter = "complaint", complainantType = "citizen_observer_group", challengedActor = "PEC", challengedActKind = "action",
                subject = "observer_rights.removal", occurredAt = "2021-01-10T10:00:00+06:00", placeZone = "Asia/Almaty", region = "almaty_city",
                remedySought = "observer_admitted", knownVia = "own_observation", narrative, identity = new { name = Typed[1], contact = Typed[2] },
            },
            "observer");
        return recorded.GetProperty("id").GetString()!;
    }

    /// <summary>Records a complaint, puts a document to it and files it with the commission of the district.</summary>
    public static async Task<string> LodgedAsync(ATracker tracker)
    {
        var id = await RecordedAsync(tracker);
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent([.. "%PDF-1.7\n"u8, .. new byte[2000]]);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = Typed[5] };
        form.Add(file);
        await tracker.SendAsync(HttpMethod.Post, $"api/complaints/{id}/documents", form, "observer");
        await TakeAsync(tracker, id, new { step = "Lodge", at = "2021-01-11T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty", forumName = Typed[0], channel = "counter" });
        return id;
    }

    private static Task<JsonElement> TakeAsync(ATracker tracker, string id, object step) => tracker.PostAsync($"api/complaints/{id}/steps", step);
}
