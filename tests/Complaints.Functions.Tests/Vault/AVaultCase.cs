using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Vault;

/// <summary>A complaint of one observer with everything a vault keeps, and the people around it.</summary>
internal sealed class AVaultCase(Tracker tracker, Election election, string id)
{
    public const string Name = "A. Observer";
    public const string Narrative = "The chair asked the observer to leave the room.";
    public const string Note = "The chair shouted, the police were called.";
    public const string Pressure = "The landlord was told to end the lease.";
    public const string FileName = "act of the removal.pdf";

    public static readonly byte[] Document = [.. "%PDF-1.7\nthe act\n"u8, .. new byte[5000]];

    public static readonly (string Name, string Value) Owner = Sign.As("observer", "vault-owner");
    public static readonly (string Name, string Value) Coordinator = Sign.As("coordinator", "vault-coordinator");
    public static readonly (string Name, string Value) Administrator = Sign.As("administrator", "vault-administrator");

    public string Id => id;

    public string Path => $"api/complaints/{id}";

    public Election Election => election;

    public static async Task<AVaultCase> MakeAsync(Tracker tracker, bool isFull = true)
    {
        var election = await tracker.AnElectionAsync();
        var recorded = await tracker.PostAsync("api/complaints", AComplaint.Body(election, Narrative), Owner);
        Assert.True(recorded.Status == 201, recorded.Text);
        var made = new AVaultCase(tracker, election, recorded.Json.GetProperty("id").GetString()!);

        if (isFull)
        {
            await made.UploadAsync();
            await made.TellAsync("hearing", Note);
            await made.TellAsync("retaliation", Pressure);
        }

        return made;
    }

    public async Task UploadAsync() => Assert.Equal(201, (await SendDocumentAsync()).Status);

    public async Task<Answer> SendDocumentAsync()
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Document);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = FileName };
        form.Add(file);
        return await tracker.SendAsync(HttpMethod.Post, $"{Path}/documents", form, Owner);
    }

    public Task<Answer> SendNoteAsync(string fact, string note) =>
        tracker.PostAsync($"{Path}/facts", new { fact, at = "2020-12-14T10:00:00+06:00", note }, Owner);

    public async Task TellAsync(string fact, string note)
    {
        var noted = await SendNoteAsync(fact, note);
        Assert.True(noted.Status == 200, noted.Text);
    }

    public Task<Answer> OpenAsync((string Name, string Value) caller, string? purpose = "verify_record", params string[] items) =>
        tracker.PostAsync($"{Path}/identity", items.Length == 0 ? new { purpose } : (object)new { purpose, items }, caller);

    public async Task<Answer> ConsentAsync(string purpose, bool given, string at = "2021-01-05T10:00:00+06:00")
    {
        var heard = await tracker.PostAsync($"{Path}/consent", new { purpose, given, at, way = "in_writing" }, Owner);
        Assert.True(heard.Status == 200, heard.Text);
        return heard;
    }

    public Task<Answer> EraseAsync(string reason = "party_request") => tracker.PostAsync($"{Path}/erase", new { reason }, Coordinator);

    public async Task<IReadOnlyList<JsonElement>> ReadsAsync()
    {
        var reads = await tracker.GetAsync($"{Path}/reads", Coordinator);
        Assert.True(reads.Status == 200, reads.Text);
        return [.. reads.Json.GetProperty("reads").EnumerateArray()];
    }

    /// <summary>Names somebody in the team of the election.</summary>
    public async Task NameAsync(string person, bool readsRetaliation, params string[] roles)
    {
        var named = await tracker.SendAsync(
            HttpMethod.Put, $"api/elections/{election.Id}/team/{person}", JsonContent.Create(new { roles, readsRetaliation }), Administrator);
        Assert.True(named.Status == 200, named.Text);
    }

    public static IReadOnlyList<string?> ItemsOf(JsonElement read) => [.. read.GetProperty("items").EnumerateArray().Select(each => each.GetString())];
}
