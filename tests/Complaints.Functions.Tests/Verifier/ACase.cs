using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>A complaint with four events (recorded, a document, lodged, decided), made over HTTP with words that must never leave the vault.</summary>
internal static class ACase
{
    public const string Name = "Zhanar Canaryname";
    public const string Contact = "canary.contact@example.org";
    public const string Narrative = "Canarynarrative: the chair asked me to leave.";
    public const string FileName = "canaryfile of Zhanar.pdf";

    /// <summary>What must not be found, whichever part of it was kept.</summary>
    public static readonly string[] Canaries = [Name, "Canaryname", Contact, "canary.contact", "Canarynarrative", FileName, "canaryfile", "Canarycontent"];

    public static readonly byte[] Document = [.. "%PDF-1.7\nCanarycontent\n"u8, .. new byte[5000]];

    public static async Task<AComplaint> DecidedAsync(Tracker tracker, Election election)
    {
        var body = JsonSerializer.SerializeToNode(AComplaint.Body(election, Narrative))!;
        body["identity"]!["name"] = Name;
        body["identity"]!["contact"] = Contact;
        var recorded = await tracker.PostAsync("api/complaints", body.ToJsonString());
        Assert.True(recorded.Status == 201, recorded.Text);
        var complaint = new AComplaint(tracker, recorded.Json.GetProperty("id").GetString()!);
        await UploadAsync(tracker, complaint);
        await complaint.LodgeAsync();
        await complaint.TakeAsync(new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits" });
        return complaint;
    }

    /// <summary>The complaint's bundle, with its document beside it.</summary>
    public static async Task<ABundle> BundleAsync(Tracker tracker)
    {
        var complaint = await DecidedAsync(tracker, await tracker.AnElectionAsync());
        var bundle = new ABundle(
            await tracker.Http.GetByteArrayAsync($"{complaint.Path}/bundle", TestContext.Current.CancellationToken), (await tracker.GetAsync("api/keys")).Text);
        await File.WriteAllBytesAsync(Path.Combine(bundle.Documents, "any name"), Document, TestContext.Current.CancellationToken);
        return bundle;
    }

    private static Task UploadAsync(Tracker tracker, AComplaint complaint) => UploadAsync(tracker, complaint, Document);

    public static async Task UploadAsync(Tracker tracker, AComplaint complaint, byte[] document)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(document);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = FileName };
        form.Add(file);
        var added = await Answer.OfAsync(await tracker.Http.PostAsync($"{complaint.Path}/documents", form, TestContext.Current.CancellationToken));
        Assert.True(added.Status == 201, added.Text);
    }
}
