using System.IO;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>The documents of an election, after somebody with the keys of the account has been at their blobs.</summary>
[Collection(typeof(Still))]
public sealed class DocumentTamperingTests(StillTracker still)
{
    private const string Variable = "COMPLAINTS_TEST_KEYS";

    // The key of a laptop, which everybody knows.
    private static readonly Dictionary<string, string> Keys = new() { [Variable] = "development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtISE=" };

    private static readonly Dictionary<string, Func<Blobs, Task>> Tamperings = new(StringComparer.Ordinal)
    {
        ["deleted"] = async blobs => await blobs.Own.DeleteAsync(cancellationToken: Stop),
        ["replaced by another complaint's"] = async blobs => await Blobs.WriteAsync(blobs.Own, await Blobs.ReadAsync(blobs.Other), await Blobs.LabelAsync(blobs.Other)),
        ["replaced by another complaint's, labelled as it was"] = async blobs => await Blobs.WriteAsync(blobs.Own, await Blobs.ReadAsync(blobs.Other), await Blobs.LabelAsync(blobs.Own)),
        ["cut off"] = async blobs => await Blobs.WriteAsync(blobs.Own, (await Blobs.ReadAsync(blobs.Own))[..^1], await Blobs.LabelAsync(blobs.Own)),
        ["emptied"] = async blobs => await Blobs.WriteAsync(blobs.Own, [], await Blobs.LabelAsync(blobs.Own)),
        ["another label"] = async blobs => await blobs.Own.SetMetadataAsync(new Dictionary<string, string> { ["sha256"] = new('0', 64) }, cancellationToken: Stop),
        ["no label"] = async blobs => await blobs.Own.SetMetadataAsync(new Dictionary<string, string>(), cancellationToken: Stop),
        ["a byte"] = async blobs =>
        {
            var bytes = await Blobs.ReadAsync(blobs.Own);
            bytes[100] ^= 1;
            await Blobs.WriteAsync(blobs.Own, bytes, await Blobs.LabelAsync(blobs.Own));
        },
        ["a byte of the header"] = async blobs =>
        {
            var bytes = await Blobs.ReadAsync(blobs.Own);
            bytes[0] ^= 1;
            await Blobs.WriteAsync(blobs.Own, bytes, await Blobs.LabelAsync(blobs.Own));
        },
    };

    private readonly Tracker tracker = still.Tracker;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("deleted", "document 1 is missing")]
    [InlineData("replaced by another complaint's", "document 1 was replaced: its label is not the SHA-256 that was recorded.")]
    [InlineData("cut off", "document 1 was replaced or cut off: it lies there with 5078 bytes, one of its size has 5079.")]
    [InlineData("emptied", "document 1 was replaced or cut off: it lies there with 0 bytes")]
    [InlineData("another label", "document 1 was replaced: its label")]
    [InlineData("no label", "document 1 was replaced: its label")]
    public async Task Check_Tampered_IsNamedWithoutTheKeysAndWith(string tampering, string expected)
    {
        var (election, complaint, blobs) = await ACaseAsync();
        await Tamperings[tampering](blobs);

        foreach (var (exitCode, said) in new[] { await Verify.ElectionAsync(tracker.Storage, election.Id), await OpenedAsync(election) })
        {
            Assert.True(exitCode == 1, said);
            Assert.StartsWith($"Bad: {complaint.Id}: {expected}", said, StringComparison.Ordinal);
            Assert.Equal(1, said.Count(each => each == '\n'));
        }
    }

    [Theory]
    [InlineData("replaced by another complaint's, labelled as it was", "its chunk 0 is not the one that was written")]
    [InlineData("a byte", "its chunk 0 is not the one that was written")]
    [InlineData("a byte of the header", "does not begin as encrypted documents do")]
    public async Task Check_ContentChanged_IsNamedWithTheKeysAndNotCalledOpenedWithout(string tampering, string expected)
    {
        var (election, complaint, blobs) = await ACaseAsync();
        await Tamperings[tampering](blobs);

        var without = await Verify.ElectionAsync(tracker.Storage, election.Id);
        var (exitCode, said) = await OpenedAsync(election);

        Assert.True(without.ExitCode == 0 && without.Said.Contains("their content not opened: no vault keys given", StringComparison.Ordinal), without.Said);
        Assert.True(exitCode == 1 && said.StartsWith($"Bad: {complaint.Id}: document 1 does not open as the one that was recorded: ", StringComparison.Ordinal), said);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    // Of one chunk to the last byte, of one byte more, and of the smallest; and those of an erased complaint are gone with it.
    [Fact]
    public async Task Check_Untouched_IsWellWithTheKeysAndWithout()
    {
        var (election, complaint, _) = await ACaseAsync();

        foreach (var size in new[] { 64 * 1024, (64 * 1024) + 1, 9, 300_000 })
        {
            await ACase.UploadAsync(tracker, complaint, [.. "%PDF-1.7\n"u8, .. new byte[size - 9]]);
        }

        var erased = await ACase.DecidedAsync(tracker, election);
        var erasing = await tracker.PostAsync($"{erased.Path}/erase", new { reason = "party_request" });
        Assert.True(erasing.Status == 200, erasing.Text);

        var without = await Verify.ElectionAsync(tracker.Storage, election.Id);
        var (exitCode, said) = await OpenedAsync(election);

        Assert.True(without.ExitCode == 0 && without.Said.Contains("6 documents there by hash and length, their content not opened", StringComparison.Ordinal), without.Said);
        Assert.True(exitCode == 0 && said.Contains("6 documents opened and hashed.", StringComparison.Ordinal), said);
    }

    // The event is saved, and the process dies before the document is moved.
    [Fact]
    public async Task Check_NotInItsPlaceYet_IsSaidAndNoFault()
    {
        var (election, complaint, blobs) = await ACaseAsync();
        var waiting = blobs.Container.GetBlobClient($"incoming/{complaint.Id}/20210111t000000z-{new string('a', 32)}");
        await Blobs.WriteAsync(waiting, await Blobs.ReadAsync(blobs.Own), await Blobs.LabelAsync(blobs.Own));
        await blobs.Own.DeleteAsync(cancellationToken: Stop);

        var (exitCode, said) = await OpenedAsync(election);

        Assert.True(exitCode == 0 && said.Contains("2 documents opened and hashed (1 not in their place yet).", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("COMPLAINTS_NOT_SET", "The environment variable COMPLAINTS_NOT_SET is not set")]
    [InlineData("PATH", "of the vault's wrapping keys is not id:base64")]
    public async Task Check_NoKeysInTheVariable_CannotBeChecked(string variable, string expected)
    {
        var (election, _, _) = await ACaseAsync();

        var (exitCode, said) = await Verify.RunAsync("election", "--connection", tracker.Storage, "--election", election.Id, "--vault-keys", variable);

        Assert.True(exitCode == 2 && said.Contains(expected, StringComparison.Ordinal), said);
    }

    private Task<(int ExitCode, string Said)> OpenedAsync(Election election) =>
        Verify.RunAsync(Keys, "election", "--connection", tracker.Storage, "--election", election.Id, "--vault-keys", Variable);

    /// <summary>Two complaints with a document of one content each.</summary>
    private async Task<(Election Election, AComplaint Complaint, Blobs Blobs)> ACaseAsync()
    {
        var election = await tracker.AnElectionAsync();
        var (complaint, other) = (await ACase.DecidedAsync(tracker, election), await AComplaint.RecordedAsync(tracker, election));
        await ACase.UploadAsync(tracker, other, [.. ACase.Document[..^1], 7]);
        var container = new StorageAccount(tracker.Storage).Evidence;
        return (election, complaint, new Blobs(container, container.GetBlobClient($"{election.Id}/{complaint.Id}/1"), container.GetBlobClient($"{election.Id}/{other.Id}/1")));
    }

    /// <summary>The blob of a complaint's document, and that of another complaint's.</summary>
    private sealed record Blobs(BlobContainerClient Container, BlobClient Own, BlobClient Other)
    {
        public static async Task<byte[]> ReadAsync(BlobClient blob)
        {
            using var content = (await blob.DownloadStreamingAsync(cancellationToken: Stop)).Value;
            using var whole = new MemoryStream();
            await content.Content.CopyToAsync(whole, Stop);
            return whole.ToArray();
        }

        public static async Task<IDictionary<string, string>> LabelAsync(BlobClient blob) => (await blob.GetPropertiesAsync(cancellationToken: Stop)).Value.Metadata;

        public static Task WriteAsync(BlobClient blob, byte[] bytes, IDictionary<string, string> label) =>
            blob.UploadAsync(new BinaryData(bytes), new BlobUploadOptions { Metadata = label }, Stop);
    }
}
