using System.Text.Json.Nodes;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>A bundle whose own receipt tells otherwise than its files, with everything sealed anew: found without any key.</summary>
[Collection(typeof(Still))]
public sealed class OwnReceiptTests(StillTracker still)
{
    private static readonly Dictionary<string, Action<JsonObject>> Changes = new(StringComparer.Ordinal)
    {
        ["of the format before"] = receipt =>
        {
            receipt["format"] = "receipt-1";
            receipt.Remove("rulebooks");
        },
        ["of a later format"] = receipt => receipt["format"] = "receipt-3",
        ["without the rulebooks"] = receipt => receipt["rulebooks"] = new JsonArray(),
        ["of another law"] = receipt => receipt["rulebooks"]![0]!["sha256"] = new string('0', 64),
        ["under another rulebook"] = receipt => receipt["rulebook"] = "KZ-2020@2",
        ["without the document"] = receipt => receipt["documents"] = new JsonArray(),
        ["with another last event"] = receipt => receipt["hash"] = new string('0', 64),
        ["of another first hour"] = receipt => receipt["firstRecordedAt"] = "2020-12-01T00:00:00Z",
        ["of another last hour"] = receipt => receipt["recordedAt"] = "2020-12-01T00:00:00Z",
        ["of an earlier day"] = receipt => receipt["version"] = 3,
        ["of another complaint"] = receipt => receipt["complaint"] = "t0001-00000000-0",
        ["of another election"] = receipt => receipt["election"] = "another",
    };

    [Theory]
    [InlineData("of the format before", "receipt.json does not say what is in the rulebooks")]
    [InlineData("of a later format", "That is no receipt.")]
    [InlineData("without the rulebooks", "receipt.json: the rulebooks are not those that the receipt names.")]
    [InlineData("of another law", "receipt.json: the rulebook KZ-2020@1 is not the one that the receipt names: its document is another.")]
    [InlineData("under another rulebook", "receipt.json: the receipt names the rulebook KZ-2020@2, at event 4 it was KZ-2020@1.")]
    [InlineData("without the document", "receipt.json: the documents are not those that the receipt names.")]
    [InlineData("with another last event", "receipt.json: event 4 is not the one the receipt tells of")]
    [InlineData("of another first hour", "receipt.json: event 1 or 4 was not recorded when the receipt says.")]
    [InlineData("of another last hour", "receipt.json: event 1 or 4 was not recorded when the receipt says.")]
    [InlineData("of an earlier day", "receipt.json tells of 3 events, the bundle has 4.")]
    [InlineData("of another complaint", "receipt.json: the receipt is that of another complaint, t0001-00000000-0.")]
    [InlineData("of another election", "receipt.json: the receipt is that of another complaint")]
    public async Task Check_ReceiptTellsOtherwiseAndAllIsSealedAnew_IsFoundWithoutKeys(string change, string expected)
    {
        using var bundle = await ACase.BundleAsync(still.Tracker);
        var signed = JsonNode.Parse(bundle.Files["receipt.json"])!;
        Changes[change](signed["receipt"]!.AsObject());
        bundle.Set("receipt.json", signed.ToJsonString());

        var (exitCode, said) = await bundle.Sealed().CheckAsync([]);

        Assert.True(exitCode == 1 && said.Contains(expected, StringComparison.Ordinal), said);
    }
}
