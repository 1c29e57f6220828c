using System.IO;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Receipts;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>The bundle of a complaint over HTTP, and what is not in it.</summary>
[Collection(typeof(Still))]
public sealed class BundleTests(StillTracker still)
{
    private readonly Tracker tracker = still.Tracker;

    [Fact]
    public async Task Read_DecidedComplaint_HoldsEventsDocumentsLawAndTimeline()
    {
        using var bundle = await ACase.BundleAsync(tracker);

        Assert.Equal(["events.jsonl", "documents.json", "rulebook.json", "receipt.json", "timeline.txt", "manifest.json", "manifest.sha256", "manifest.signature"], bundle.Files.Keys);
        Assert.Equal(4, bundle.Lines.Count);
        Assert.Equal(
            $$"""[{"number":1,"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(ACase.Document))}}","size":{{ACase.Document.Length}},"type":"application/pdf"}]""",
            bundle.Text("documents.json"));
        var manifest = bundle.Manifest;
        Assert.Equal(("bundle-3", 4, "KZ-2020@1"), ((string)manifest["format"]!, (int)manifest["events"]!, (string)manifest["rulebook"]!["version"]!));
        Assert.Equal(((string)manifest["complaint"]!).ToUpperInvariant(), (string)manifest["reference"]!);
        Assert.Contains("2020-12-14    3  Lodge, proceeding 1: ", bundle.Text("timeline.txt"), StringComparison.Ordinal);
        Assert.Contains("2020-12-17    4  Decide (dismissed merits), proceeding 1: ", bundle.Text("timeline.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Repinned_HoldsEveryLawAndFitsTheReceiptsOfBoth()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var election = await tracker.AnElectionAsync(law.First);
        await law.PublishDayOffAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        await complaint.LodgeAsync("2020-12-14T10:00:00+06:00");
        var before = (await tracker.GetAsync($"{complaint.Path}/receipt")).Text;
        var moved = await tracker.PostAsync($"api/elections/{election.Id}/recompute", new { rulebook = law.Second, apply = true });
        Assert.Equal(1, moved.Json.GetProperty("moved").GetInt32());

        using var bundle = new ABundle(
            await tracker.Http.GetByteArrayAsync($"{complaint.Path}/bundle", TestContext.Current.CancellationToken), (await tracker.GetAsync("api/keys")).Text);
        await File.WriteAllTextAsync(bundle.Receipt, before, TestContext.Current.CancellationToken);
        var (exitCode, said) = await bundle.CheckAsync("--receipt", bundle.Receipt, "--keys", bundle.Keys);

        Assert.Equal([law.First, law.Second], new AReceipt(bundle.Text("receipt.json")).Rulebooks);
        Assert.Equal([law.First], new AReceipt(before).Rulebooks);
        Assert.True(exitCode == 0 && said.Contains("2 rulebooks, receipt signed and fits, own receipt and manifest signed", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Read_DecidedComplaint_NamesNobody()
    {
        using var bundle = await ACase.BundleAsync(tracker);
        var names = bundle.Files.Keys.Append(Path.GetFileName(bundle.Zip));

        Assert.Contains("observer_rights.removal", bundle.Text("events.jsonl"), StringComparison.Ordinal); // the search finds what is there
        Assert.All(
            bundle.Files.Values.Select(Encoding.UTF8.GetString).Concat(names),
            text => Assert.All(ACase.Canaries, canary => Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Read_Asked_AnswersAZipNamedAfterTheComplaint()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, $"{complaint.Path}/bundle");
            using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            Assert.Equal((200, "application/zip"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal($"{complaint.Id}.zip", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            Assert.Equal(method == HttpMethod.Get, bytes.Length > 0);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Read_NoSuchComplaint_IsRefused()
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var mistyped = complaint.Id[..^1] + (complaint.Id[^1] == '0' ? '1' : '0');

        var answer = await tracker.GetAsync($"api/complaints/{mistyped}/bundle");

        Assert.Equal((404, "reference.mistyped"), (answer.Status, answer.Codes.Single()));
    }
}
