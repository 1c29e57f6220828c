using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>Signed receipts: what is in one, and what the tracker says of one that somebody holds.</summary>
[Collection(typeof(Still))]
public sealed class ReceiptTests(StillTracker still)
{
    private readonly Tracker tracker = still.Tracker;

    [Fact]
    public async Task Read_Decided_StatesTheRecordAndIsSignedByAPublishedKey()
    {
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        var events = (await tracker.GetAsync($"{complaint.Path}/history")).Json.GetProperty("events").EnumerateArray().ToList();
        var document = (await complaint.ReadAsync()).GetProperty("documents")[0].GetProperty("sha256").GetString();

        var receipt = await AReceipt.OfAsync(tracker, complaint);

        Assert.True(receipt.IsSignedBy((await tracker.GetAsync("api/keys")).Json));
        Assert.Equal(
            ["complaint", "documents", "election", "firstRecordedAt", "format", "hash", "issuedAt", "key", "recordedAt", "reference", "rulebook", "rulebooks", "version"],
            receipt.Body.Select(each => each.Key));
        Assert.Equal((complaint.Id, 4, "KZ-2020@1"), ((string)receipt.Body["complaint"]!, (int)receipt.Body["version"]!, (string)receipt.Body["rulebook"]!));
        Assert.Equal(events[3].GetProperty("hash").GetString(), (string)receipt.Body["hash"]!);
        Assert.Equal(events[0].GetProperty("recordedAt").GetString(), (string)receipt.Body["firstRecordedAt"]!);
        Assert.Equal(events[3].GetProperty("recordedAt").GetString(), (string)receipt.Body["recordedAt"]!);
        Assert.Equal($$"""[{"number":1,"sha256":"{{document}}"}]""", receipt.Body["documents"]!.ToJsonString());
    }

    [Fact]
    public async Task Record_AnswersWhereTheReceiptIs()
    {
        var recorded = await tracker.PostAsync("api/complaints", AComplaint.Body(await tracker.AnElectionAsync()));

        Assert.Equal($"{recorded.Location}/receipt", recorded.Json.GetProperty("receipt").GetString());
        Assert.Equal(200, (await tracker.GetAsync(recorded.Json.GetProperty("receipt").GetString()![1..])).Status);
    }

    [Fact]
    public async Task Verify_AsGivenAndLaidOutAnew_IsSignedAndInTheRecordAlsoLater()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var receipt = await AReceipt.OfAsync(tracker, complaint);

        var now = await VerifyAsync(receipt.Text);
        await complaint.LodgeAsync();
        var later = await VerifyAsync(receipt.With(body =>
        {
            var reversed = body.Reverse().Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())).ToList();
            body.Clear();
            reversed.ForEach(each => body.Add(each.Key, each.Value));
        }).Replace(",", " ,\r\n\t", StringComparison.Ordinal));

        Assert.Equal("""{"isSigned":true,"key":"development","isInRecord":true}""", now);
        Assert.Equal(now, later);
    }

    [Fact]
    public async Task Verify_AnyFieldChanged_IsNotSignedAndNothingIsLookedUp()
    {
        var receipt = await AReceipt.OfAsync(tracker, await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync()));
        var forged = receipt.Tampered().ToList();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var wrongCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        string[] signatures = ["", "!", new('A', 86), new('A', 4000), receipt.Signature[..^2], (receipt.Signature[0] == 'A' ? 'B' : 'A') + receipt.Signature[1..]];
        string[] all =
        [
            .. forged.Select(each => each.Text), receipt.SignedBy(other, "development"), receipt.SignedBy(other, "unknown"), receipt.SignedBy(wrongCurve, "development"),
            .. signatures[1..].Select(each => receipt.Text.Replace(receipt.Signature, each, StringComparison.Ordinal)),
            """{"receipt":{},"signature":"AAAA"}""", """{"receipt":[],"signature":"AAAA"}""", """{"receipt":{"key":7},"signature":"AAAA"}""", """{"receipt":"x","signature":"AAAA"}""",
            receipt.With(body => body["more"] = 1), receipt.With(body => body.Remove("documents")),
        ];

        Assert.Equal(13, forged.Count);

        foreach (var each in all)
        {
            Assert.Equal("""{"isSigned":false,"key":null,"isInRecord":null}""", await VerifyAsync(each));
        }
    }

    [Theory]
    [InlineData("nothing", "body.not-json")]
    [InlineData("[]", "body.not-an-object")]
    [InlineData("{}", "field.missing")]
    [InlineData("""{"receipt":{},"signature":7}""", "field.bad-value")]
    [InlineData("""{"receipt":{"key":"development","key":"development"},"signature":"AAAA"}""", "field.twice")]
    [InlineData("""{"receipt":{},"signature":"AAAA","more":1}""", "field.unknown")]
    public async Task Verify_NoReceipt_SaysWhatIsWrong(string json, string code)
    {
        var answer = await tracker.PostAsync("api/receipts/verify", json);

        Assert.Equal((400, code), (answer.Status, answer.Codes.First()));
    }

    [Fact]
    public async Task Verify_Huge_IsRefused()
    {
        var answer = await tracker.PostAsync("api/receipts/verify", $$"""{"receipt":{"key":"{{new string('x', 300_000)}}"},"signature":"AAAA"}""");

        Assert.Equal((413, "body.too-large"), (answer.Status, answer.Codes.Single()));
    }

    // Somebody with the keys of the account puts the record back to an earlier day, head and events: the receipt tells.
    [Fact]
    public async Task Verify_TailCutOffInPlace_IsNoLongerInTheRecord()
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var docket = new StorageAccount(tracker.Storage).Docket;
        var partition = Reference.Parse(complaint.Id).IsAllowed(out var reference) ? $"{election.Id}~{reference.Shard}" : "";
        var before = (await docket.GetEntityAsync<Azure.Data.Tables.TableEntity>(partition, $"c:{complaint.Id}", cancellationToken: TestContext.Current.CancellationToken)).Value;
        var early = await AReceipt.OfAsync(tracker, complaint);
        await complaint.LodgeAsync();
        var late = await AReceipt.OfAsync(tracker, complaint);

        await docket.UpdateEntityAsync(before, Azure.ETag.All, Azure.Data.Tables.TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        Assert.Contains("\"isInRecord\":true", await VerifyAsync(early.Text), StringComparison.Ordinal);
        Assert.Equal("""{"isSigned":true,"key":"development","isInRecord":false}""", await VerifyAsync(late.Text));
    }

    // The event's bytes are changed and the hash beside them is left: what is said goes by what the events hash to.
    [Fact]
    public async Task Verify_EventChangedInPlace_IsNoLongerInTheRecord()
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        await complaint.LodgeAsync();
        var receipt = await AReceipt.OfAsync(tracker, complaint);
        var docket = new StorageAccount(tracker.Storage).Docket;
        var partition = Reference.Parse(complaint.Id).IsAllowed(out var reference) ? $"{election.Id}~{reference.Shard}" : "";
        var row = (await docket.GetEntityAsync<Azure.Data.Tables.TableEntity>(partition, $"h:{complaint.Id}:000002", cancellationToken: TestContext.Current.CancellationToken)).Value;

        row["Event"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.GetBinary("Event")).Replace("counter", "courier", StringComparison.Ordinal));
        await docket.UpdateEntityAsync(row, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        Assert.Equal("""{"isSigned":true,"key":"development","isInRecord":false}""", await VerifyAsync(receipt.Text));
    }

    [Fact]
    public async Task Verify_AndKeys_AreForEverybody()
    {
        var receipt = await AReceipt.OfAsync(tracker, await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync()));

        var verified = await tracker.PostAsync("api/receipts/verify", receipt.Text, Sign.As("nobody"));
        var keys = await tracker.SendAsync(HttpMethod.Get, "api/keys", null, Sign.As("nobody"));

        Assert.Equal((200, 200, "application/jwk-set+json"), (verified.Status, keys.Status, keys.MediaType));
        Assert.DoesNotContain("\"d\"", keys.Text, StringComparison.Ordinal);
    }

    private async Task<string> VerifyAsync(string receipt)
    {
        var answer = await tracker.PostAsync("api/receipts/verify", receipt);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Text;
    }
}
