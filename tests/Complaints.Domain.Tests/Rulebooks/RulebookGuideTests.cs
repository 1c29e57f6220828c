using System.IO;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>The guide for those who write rulebooks tells of every code they may use.</summary>
public sealed class RulebookGuideTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(RulebookSchema.Write())!.AsObject();

    public static TheoryData<string> Codes => [.. All.Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Guide_Code_IsTold(string code)
    {
        var guide = await File.ReadAllTextAsync(Repository.PathOf("docs", "rulebooks.md"), TestContext.Current.CancellationToken);

        Assert.Matches($"[`\"]{code}[`\"]", guide);
    }

    private static IEnumerable<string> All =>
    [
        .. Triggers.All, .. Keys("change"), .. Enums("policy", "topic"), .. Enums("reading", "needs"), .. Keys("anchor"), .. Enums("length", "unit"), .. Keys("benchmark"),
        .. Schema["properties"]!.AsObject().Select(property => property.Key).Except(["schemaVersion", "jurisdiction"]),
    ];

    private static IEnumerable<string> Keys(string definition) => Schema["definitions"]![definition]!["properties"]!.AsObject().Select(property => property.Key);

    private static IEnumerable<string> Enums(string definition, string key) =>
        Schema["definitions"]![definition]!["properties"]![key]!["enum"]!.AsArray().Select(code => code!.GetValue<string>());
}
