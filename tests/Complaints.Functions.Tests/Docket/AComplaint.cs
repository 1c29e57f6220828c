using System.Text.Json;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A complaint against an action of a precinct commission in Almaty on 30 December 2020, taken along over HTTP.</summary>
internal sealed class AComplaint(Tracker tracker, string id)
{
    public string Id => id;

    public string Path => $"api/complaints/{id}";

    public static object Body(Election election, string narrative = "The chair asked the observer to leave the room.") => new
    {
        election = election.Id,
        matter = "complaint",
        complainantType = "citizen_observer_group",
        challengedActor = "PEC",
        challengedActKind = "action",
        subject = "observer_rights.removal",
        occurredAt = "2020-12-10T10:00:00+06:00",
        placeZone = "Asia/Almaty",
        region = "almaty_city",
        remedySought = "observer_admitted",
        knownVia = "own_observation",
        narrative,
        identity = new { name = "A. Observer", contact = "a.observer@example.org" },
    };

    public static async Task<AComplaint> RecordedAsync(Tracker tracker, Election election)
    {
        var recorded = await tracker.PostAsync("api/complaints", Body(election));
        Assert.Equal(201, recorded.Status);
        return new AComplaint(tracker, recorded.Json.GetProperty("id").GetString()!);
    }

    public async Task<JsonElement> ReadAsync()
    {
        var read = await tracker.GetAsync(Path);
        Assert.Equal(200, read.Status);
        return read.Json;
    }

    /// <summary>Takes a step that must be allowed.</summary>
    public async Task<JsonElement> TakeAsync(object step)
    {
        var taken = await tracker.PostAsync($"{Path}/steps", step);
        Assert.True(taken.Status == 200, taken.Text);
        return taken.Json;
    }

    /// <summary>Takes a step that must be refused, and gives back the codes.</summary>
    public async Task<IReadOnlyList<string?>> RefusedAsync(object step, int status = 422)
    {
        var taken = await tracker.PostAsync($"{Path}/steps", step);
        Assert.True(taken.Status == status, taken.Text);
        return [.. taken.Codes];
    }

    public Task<JsonElement> LodgeAsync(string at = "2020-12-14T10:00:00+06:00") =>
        TakeAsync(new { step = "Lodge", at, forum = "TEC", forumZone = "Asia/Almaty", forumName = "Territorial commission of the Medeu district", channel = "counter" });

    /// <summary>The kinds of all events, in the order of recording.</summary>
    public async Task<IReadOnlyList<string?>> HistoryAsync()
    {
        var read = await tracker.GetAsync($"{Path}/history");
        return [.. read.Json.GetProperty("events").EnumerateArray().Select(each => each.GetProperty("kind").GetString())];
    }
}

/// <summary>Reads what tests look at in a complaint.</summary>
internal static class ComplaintJson
{
    public static string Position(this JsonElement complaint) =>
        $"{complaint.GetProperty("position").GetProperty("instance")}/{complaint.GetProperty("position").GetProperty("stage")}";

    public static JsonElement Deadline(this JsonElement complaint, int proceeding, string kind) => complaint.GetProperty("deadlines").EnumerateArray()
        .Single(each => each.GetProperty("proceeding").GetInt32() == proceeding && each.GetProperty("kind").GetString() == kind);

    public static IReadOnlyList<string?> PermittedSteps(this JsonElement complaint) =>
        [.. complaint.GetProperty("permittedSteps").EnumerateArray().Select(each => each.GetProperty("step").GetString())];
}
