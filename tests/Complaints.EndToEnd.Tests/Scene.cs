using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Complaints.EndToEnd.Tests;

/// <summary>What pages need to have something to show: complaints of the sample election, and the receipt code of one.</summary>
/// <param name="Tracker">The tracker they are on.</param>
/// <param name="Decided">A complaint that was dismissed on form and may be appealed; it has a document.</param>
/// <param name="Lodged">A complaint that its forum has not decided yet.</param>
/// <param name="New">A complaint that has not been filed yet.</param>
/// <param name="Acted">A complaint about an act that others may challenge too; filed.</param>
/// <param name="Draft">A draft of the observer, every question answered.</param>
/// <param name="Code">The receipt code of the decided one.</param>
/// <param name="Receipt">A signed receipt of the decided one, as text.</param>
internal sealed partial record Scene(ATracker Tracker, string Decided, string Lodged, string New, string Acted, string Draft, string Code, string Receipt)
{
    /// <summary>The election that the tracker starts with.</summary>
    public const string Election = "kz-2021";

    /// <summary>The act that the complaints of a cluster challenge.</summary>
    public const string Act = "KZ-TEC/2021-01.10";

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
        await NameAsync(tracker);
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
        return new Scene(
            tracker, decided, await LodgedAsync(tracker), await RecordedAsync(tracker), await ActedAsync(tracker, Act), await DraftAsync(tracker), code.GetProperty("code").GetString()!, receipt.GetRawText());
    }

    /// <summary>An address with its holes filled in.</summary>
    public string Address(string pattern) => pattern
        .Replace("{decided}", Decided, StringComparison.Ordinal).Replace("{lodged}", Lodged, StringComparison.Ordinal)
        .Replace("{new}", New, StringComparison.Ordinal).Replace("{acted}", Acted, StringComparison.Ordinal)
        .Replace("{draft}", Draft, StringComparison.Ordinal).Replace("{act}", Uri.EscapeDataString(Act), StringComparison.Ordinal)
        .Replace("{election}", Election, StringComparison.Ordinal);

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

    /// <summary>Records a complaint about an act and files it.</summary>
    public static async Task<string> ActedAsync(ATracker tracker, string act)
    {
        var recorded = await tracker.PostAsync("api/complaints", new
        {
            election = Election, matter = "complaint", challengedActor = "PEC", challengedActKind = "decision", challengedAct = act, subject = "observer_rights.removal",
            occurredAt = "2021-01-10T10:00:00+06:00", placeZone = "Asia/Almaty",
        });
        var id = recorded.GetProperty("id").GetString()!;
        await TakeAsync(tracker, id, new { step = "Lodge", at = "2021-01-11T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" });
        return id;
    }

    private static Task<JsonElement> TakeAsync(ATracker tracker, string id, object step) => tracker.PostAsync($"api/complaints/{id}/steps", step);

    // Whoever opens the pages, and somebody to whom a complaint may be handed.
    private static async Task NameAsync(ATracker tracker)
    {
        foreach (var (person, role) in new[] { ("observer-1", "observer"), ("observer-2", "observer"), ("coordinator-1", "coordinator"), ("persona.coordinator", "coordinator"), ("analyst-1", "analyst") })
        {
            using var roles = JsonContent.Create(new { roles = new[] { role } });
            await tracker.SendAsync(HttpMethod.Put, $"api/elections/{Election}/team/{person}", roles, "administrator");
        }
    }

    // A draft is kept by its pages alone.
    private static async Task<string> DraftAsync(ATracker tracker)
    {
        using var opening = Asked(HttpMethod.Get, "complaints/new");
        using var opened = await tracker.Http.SendAsync(opening);
        var page = await opened.Content.ReadAsStringAsync();
        using var beginning = Asked(HttpMethod.Post, "complaints/drafts");
        beginning.Headers.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Select(each => each.Split(';')[0]));
        beginning.Content = new FormUrlEncodedContent(new Dictionary<string, string>(Hidden().Matches(page).Select(each => KeyValuePair.Create(each.Groups[1].Value, each.Groups[2].Value)))
        {
            ["election"] = Election, ["matter"] = "complaint", ["complainantType"] = "voter", ["identity.name"] = Typed[1], ["identity.contact"] = Typed[2],
            ["challengedActor"] = "PEC", ["challengedActKind"] = "decision", ["challengedAct"] = Act, ["placeZone"] = "Asia/Almaty", ["region"] = "almaty_city",
            ["occurredAt.day"] = "10", ["occurredAt.month"] = "1", ["occurredAt.year"] = "2021", ["occurredAt.time"] = "10:00",
            ["subject"] = "observer_rights.removal", ["narrative"] = Typed[3], ["remedySought"] = "observer_admitted", ["knownVia"] = "own_observation",
        });
        using var begun = await tracker.Http.SendAsync(beginning);
        return begun.Headers.Location!.ToString().Split('/')[3];
    }

    private static HttpRequestMessage Asked(HttpMethod method, string path)
    {
        var (name, value) = Chromium.SignedIn("observer");
        return new(method, path) { Headers = { { name, value }, { "Accept", "text/html" } } };
    }

    [GeneratedRegex("type=\"hidden\" name=\"(_[a-z]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
