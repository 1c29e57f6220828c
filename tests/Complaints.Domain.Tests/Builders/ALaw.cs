using System.Text;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Builders;

/// <summary>The next version of the law of 2021, as somebody would upload it: what changes, and nothing else.</summary>
internal static class ALaw
{
    public static readonly Rulebook Shipped = ShippedLaw.Rulebooks["KZ-2020"];

    /// <summary>KZ-2020@2 with one more day off.</summary>
    public static Rulebook WithDayOff(string date) => Of(
        $$"""{ "calendar": { "basedOn": "KZ@1", "version": 2, "addNonWorking": [ { "date": "{{date}}", "name": "day of mourning" } ] } }""");

    /// <summary>KZ-2020@2 with these changes.</summary>
    public static Rulebook Of(string changes)
    {
        var read = Read(changes);
        Assert.True(read.IsAllowed(out var rulebook), string.Join("; ", read.Refusals.Select(each => $"{each.Field} {each.Code}: {each.Message}")));
        return rulebook!;
    }

    /// <summary>KZ-2020@2 with these changes, or what is wrong with it.</summary>
    public static Result<Rulebook> Read(string changes, int version = 2, string basedOn = "KZ-2020@1", params Rulebook[] published) =>
        RulebookReader.Read(Encoding.UTF8.GetBytes(Document(changes, version, basedOn)), ShippedLaw.Library.With([.. ShippedLaw.Rulebooks.Values, .. published]));

    private static string Document(string changes, int version, string basedOn) => new JsonObject
    {
        ["schemaVersion"] = 1,
        ["id"] = "KZ-2020",
        ["version"] = version,
        ["basedOn"] = basedOn,
        ["changes"] = JsonNode.Parse(changes),
    }.ToJsonString();
}
