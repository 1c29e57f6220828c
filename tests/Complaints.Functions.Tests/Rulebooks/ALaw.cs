using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>A rulebook of a test's own: the law of 2021 under another name, published over HTTP, version by version.</summary>
internal sealed class ALaw
{
    private readonly Tracker tracker;

    private ALaw(Tracker tracker) => this.tracker = tracker;

    public string Id { get; } = $"T-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";

    public string First => $"{Id}@1";

    public string Second => $"{Id}@2";

    /// <summary>Published as its first version, with nothing changed but the name of its calendar.</summary>
    public static async Task<ALaw> PublishedAsync(Tracker tracker)
    {
        var law = new ALaw(tracker);
        var published = await tracker.PostAsync("api/rulebooks", law.Document(1, "KZ-2020@1", new { calendar = new { basedOn = "KZ@1", id = law.Id, version = 1 } }));
        Assert.True(published.Status == 201, published.Text);
        return law;
    }

    /// <summary>Its second version, with one more day off.</summary>
    public async Task<Answer> PublishDayOffAsync(string date = "2020-12-21") => await tracker.PostAsync("api/rulebooks", DayOff(date));

    public string DayOff(string date) => Document(2, First, new
    {
        calendar = new { basedOn = First, version = 2, addNonWorking = new[] { new { date, name = "day of mourning" } } },
    });

    /// <summary>A version of it that says only what it changes.</summary>
    public string Document(int version, string basedOn, object changes) => new JsonObject
    {
        ["schemaVersion"] = 1,
        ["id"] = Id,
        ["version"] = version,
        ["basedOn"] = basedOn,
        ["changes"] = JsonSerializer.SerializeToNode(changes),
    }.ToJsonString();
}
