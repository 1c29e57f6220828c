using System.IO;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using Complaints.Functions.Tests.Docket;

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

        Assert.Equal(["events.jsonl", "documents.json", "rulebook.json", "receipt.json", "timeline.txt", "manifest.json", "manifest.sha256"], bundle.Files.Keys);
        Assert.Equal(4, bundle.Lines.Count);
        Assert.Equal(
            $$"""[{"number":1,"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(ACase.Document))}}","size":{{ACase.Document.Length}},"type":"application/pdf"}]""",
            bundle.Text("documents.json"));
        var manifest = bundle.Manifest;
        Assert.Equal((2, 4, "KZ-2020@1"), ((int)manifest["format"]!, (int)manifest["events"]!, (string)manifest["rulebook"]!["version"]!));
        Assert.Equal(((string)manifest["complaint"]!).ToUpperInvariant(), (string)manifest["reference"]!);
        Assert.Contains("2020-12-14    3  Lodge, proceeding 1: ", bundle.Text("timeline.txt"), StringComparison.Ordinal);
        Assert.Contains("2020-12-17    4  Decide (dismissed merits), proceeding 1: ", bundle.Text("timeline.txt"), StringComparison.Ordinal);
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
