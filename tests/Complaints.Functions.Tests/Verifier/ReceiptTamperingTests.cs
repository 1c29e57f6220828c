using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Receipts;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>Bundles and elections held against receipts of an earlier day, and receipts that nobody gave.</summary>
[Collection(typeof(Still))]
public sealed class ReceiptTamperingTests(StillTracker still)
{
    private readonly Tracker tracker = still.Tracker;

    [Fact]
    public async Task Bundle_AnyFieldOfTheReceiptChanged_IsFound()
    {
        using var bundle = await ACase.BundleAsync(tracker);

        foreach (var (field, text) in new AReceipt(bundle.Text("receipt.json")).Tampered().Where(each => each.Field is not ("key" or "format")))
        {
            var (exitCode, said) = await HoldAsync(bundle, text);
            Assert.True(exitCode == 1 && said.Contains("the receipt was changed: its signature is not that of the key development.", StringComparison.Ordinal), $"{field}: {said}");
        }
    }

    [Fact]
    public async Task Bundle_ReceiptLaidOutAnew_Fits()
    {
        using var bundle = await ACase.BundleAsync(tracker);

        var (exitCode, said) = await HoldAsync(bundle, JsonNode.Parse(bundle.Text("receipt.json"))!.ToJsonString(new() { WriteIndented = true }));

        Assert.True(exitCode == 0 && said.Contains("receipt signed and fits", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("development", 1, "the receipt was changed")]
    [InlineData("another", 1, "the receipt is signed with a key that is not among those given, another.")]
    public async Task Bundle_ReceiptOfAnotherKey_IsFound(string id, int expected, string why)
    {
        using var bundle = await ACase.BundleAsync(tracker);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var (exitCode, said) = await HoldAsync(bundle, new AReceipt(bundle.Text("receipt.json")).SignedBy(key, id));

        Assert.True(exitCode == expected && said.Contains(why, StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Bundle_ReceiptOfAnotherComplaint_IsFound()
    {
        using var bundle = await ACase.BundleAsync(tracker);
        var other = await AReceipt.OfAsync(tracker, await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync()));

        var (exitCode, said) = await HoldAsync(bundle, other.Text);

        Assert.True(exitCode == 1 && said.Contains($"the receipt is that of another complaint, {(string)other.Body["complaint"]!}.", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-384","kid":"development","x":"AAAA","y":"AAAA"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"development","x":"!","y":"AAAA"}]}""")]
    [InlineData("no json")]
    public async Task Bundle_KeysThatAreNone_CannotBeChecked(string keys)
    {
        using var bundle = await ACase.BundleAsync(tracker);
        await File.WriteAllTextAsync(bundle.Keys, keys, TestContext.Current.CancellationToken);

        var (exitCode, said) = await bundle.CheckAsync();

        Assert.True(exitCode == 2, said);
        Assert.Contains("key", said, StringComparison.Ordinal);
    }

    // A point that is on no curve is a key that nothing was signed with.
    [Fact]
    public async Task Bundle_KeyOffTheCurve_IsNotASignature()
    {
        using var bundle = await ACase.BundleAsync(tracker);
        var no = new string('A', 43);
        await File.WriteAllTextAsync(
            bundle.Keys, $$"""{"keys":[{"kty":"EC","crv":"P-256","kid":"development","x":"{{no}}","y":"{{no}}"}]}""", TestContext.Current.CancellationToken);

        Assert.Equal(1, (await bundle.CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task Election_WithItsReceipts_Fits()
    {
        using var folder = await AFolder.OfAsync(tracker);
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        folder.Add("early", (await AReceipt.OfAsync(tracker, complaint)).Text);
        await complaint.LodgeAsync();
        folder.Add("late", (await AReceipt.OfAsync(tracker, complaint)).Text);

        var (exitCode, said) = await folder.CheckAsync(tracker, election);

        Assert.True(exitCode == 0 && said.Contains("2 receipts fit", StringComparison.Ordinal), said);
    }

    // Head and events are put back to an earlier day: only the receipt tells.
    [Fact]
    public async Task Election_TailCutOffWithItsHead_IsFoundByTheReceipt()
    {
        using var folder = await AFolder.OfAsync(tracker);
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var docket = new StorageAccount(tracker.Storage).Docket;
        var partition = Reference.Parse(complaint.Id).IsAllowed(out var reference) ? $"{election.Id}~{reference.Shard}" : "";
        var head = (await docket.GetEntityAsync<Azure.Data.Tables.TableEntity>(partition, $"c:{complaint.Id}", cancellationToken: TestContext.Current.CancellationToken)).Value;
        await complaint.LodgeAsync();
        folder.Add("late", (await AReceipt.OfAsync(tracker, complaint)).Text);
        await docket.UpdateEntityAsync(head, Azure.ETag.All, Azure.Data.Tables.TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        await docket.DeleteEntityAsync(partition, $"h:{complaint.Id}:000002", cancellationToken: TestContext.Current.CancellationToken);

        var alone = await Verify.ElectionAsync(tracker.Storage, election.Id);
        var (exitCode, said) = await folder.CheckAsync(tracker, election);

        Assert.True(alone.ExitCode == 0, alone.Said);
        Assert.True(exitCode == 1, said);
        Assert.StartsWith($"Bad: {complaint.Id}: event 2 is missing: the receipt tells of 2 events, the record ends after 1. (late.json)", said, StringComparison.Ordinal);
    }

    // Changed with its hash and without moving any deadline: replays as before, and is not what was shown when the receipt was given.
    [Fact]
    public async Task Election_LawRewrittenInItsTable_IsFoundByTheReceipt()
    {
        using var folder = await AFolder.OfAsync(tracker);
        var law = await ALaw.PublishedAsync(tracker);
        var election = await tracker.AnElectionAsync(law.First);
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        folder.Add("r", (await AReceipt.OfAsync(tracker, complaint)).Text);
        var rulebooks = new StorageAccount(tracker.Storage).Rulebooks;
        var row = (await rulebooks.GetEntityAsync<Azure.Data.Tables.TableEntity>("rulebooks", $"r:{law.First}", cancellationToken: TestContext.Current.CancellationToken)).Value;
        string[] portions = [.. row.Keys.Where(each => each.StartsWith("Document", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        var at = portions.First(each => Encoding.UTF8.GetString(row.GetBinary(each)).Contains("New Year", StringComparison.Ordinal));
        row[at] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.GetBinary(at)).Replace("New Year", "New Yaer", StringComparison.Ordinal));
        row["Hash"] = Convert.ToHexStringLower(SHA256.HashData([.. portions.SelectMany(each => row.GetBinary(each))]));
        await rulebooks.UpdateEntityAsync(row, Azure.ETag.All, Azure.Data.Tables.TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        var alone = await Verify.ElectionAsync(tracker.Storage, election.Id);
        var (exitCode, said) = await folder.CheckAsync(tracker, election);

        Assert.True(alone.ExitCode == 0, alone.Said);
        Assert.True(exitCode == 1, said);
        Assert.StartsWith(
            $"Bad: {complaint.Id}: the rulebook {law.First} is not the one that the receipt names: its document is another. (r.json)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Election_ComplaintGone_IsFoundByTheReceipt()
    {
        using var folder = await AFolder.OfAsync(tracker);
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        folder.Add("gone", (await AReceipt.OfAsync(tracker, complaint)).Text);
        var docket = new StorageAccount(tracker.Storage).Docket;
        var partition = Reference.Parse(complaint.Id).IsAllowed(out var reference) ? $"{election.Id}~{reference.Shard}" : "";

        foreach (var key in new[] { $"c:{complaint.Id}", $"h:{complaint.Id}:000001" })
        {
            await docket.DeleteEntityAsync(partition, key, cancellationToken: TestContext.Current.CancellationToken);
        }

        var (exitCode, said) = await folder.CheckAsync(tracker, election);

        Assert.True(exitCode == 1 && said.StartsWith($"Bad: {complaint.Id}: the complaint is missing", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Election_ReceiptForgedOrOfAnother_IsFoundAndOneThatIsNoneCannotBeChecked()
    {
        var election = await tracker.AnElectionAsync();
        var receipt = await AReceipt.OfAsync(tracker, await AComplaint.RecordedAsync(tracker, election));
        (string Text, Election Election, int ExitCode, string Said)[] cases =
        [
            (receipt.With(body => body["version"] = 2), election, 1, "r.json: the receipt was changed"),
            (receipt.Text, await tracker.AnElectionAsync(), 1, "r.json: the receipt is that of another election"),
            ("{}", election, 2, "r.json is no receipt"),
        ];

        foreach (var each in cases)
        {
            using var folder = await AFolder.OfAsync(tracker);
            folder.Add("r", each.Text);
            var (exitCode, said) = await folder.CheckAsync(tracker, each.Election);
            Assert.True(exitCode == each.ExitCode && said.Contains(each.Said, StringComparison.Ordinal), said);
        }
    }

    private static async Task<(int ExitCode, string Said)> HoldAsync(ABundle bundle, string receipt)
    {
        await File.WriteAllTextAsync(bundle.Receipt, receipt, TestContext.Current.CancellationToken);
        return await bundle.CheckAsync();
    }

    /// <summary>A folder of receipts, with the tracker's keys beside it.</summary>
    private sealed class AFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("receipts");

        private string Keys => Path.Combine(folder.FullName, "keys.jwks");

        public static async Task<AFolder> OfAsync(Tracker tracker)
        {
            var made = new AFolder();
            await File.WriteAllTextAsync(made.Keys, (await tracker.GetAsync("api/keys")).Text, TestContext.Current.CancellationToken);
            return made;
        }

        public void Add(string name, string receipt) => File.WriteAllText(Path.Combine(folder.FullName, $"{name}.json"), receipt);

        public Task<(int ExitCode, string Said)> CheckAsync(Tracker tracker, Election election) =>
            Verify.RunAsync("election", "--connection", tracker.Storage, "--election", election.Id, "--keys", Keys, "--receipts", folder.FullName);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
