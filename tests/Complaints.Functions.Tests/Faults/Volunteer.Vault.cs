using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Complaints.Functions.Tests.Faults;

// What one gives to the vaults and to evidence, and has opened.
internal sealed partial class Volunteer
{
    private static readonly string[][] Asked = [[], ["name", "contact"], ["retaliation"], ["notes", "files", "narrative"]];

    private async Task UploadAsync()
    {
        var (id, mark) = (Mine().Id, Mark());
        byte[] bytes = [.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(mark), .. new byte[random.Next(200_000)]];
        var (name, sha256) = ($"{mark}.pdf", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var answer = await SendAsync(HttpMethod.Post, $"api/complaints/{id}/documents", mark, () =>
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = name };
            return new MultipartFormDataContent { file };
        });
        Assert.True(answer.Status is 201 or 409, Said(answer));

        if (answer.Status == 409)
        {
            ledger.Refused[sha256] = id;
            return;
        }

        var added = Read(answer.Body);
        Assert.Equal(sha256, added.GetProperty("sha256").GetString());
        ledger.Documents[(id, added.GetProperty("number").GetInt32())] = (sha256, name);
        ledger.Keep(sha256, id, 0);
    }

    private async Task OpenAsync()
    {
        var complaint = Mine();
        var purpose = random.Next(4) switch { 0 => "counsel", 1 => "prepare_filing", _ => "verify_record" };
        var items = Asked[random.Next(Asked.Length)];
        var answer = await PostAsync($"api/complaints/{complaint.Id}/identity", null, Json(new { purpose, items }));

        if (purpose == "counsel" && !complaint.CounselMaySee)
        {
            Assert.True(answer.Status == 403 && Said(answer).Contains("consent.", StringComparison.Ordinal), Said(answer));
            return;
        }

        Assert.True(answer.Status == 200, Said(answer));
        var opened = Read(answer.Body);
        Assert.True(ledger.Reads.TryAdd((complaint.Id, opened.GetProperty("read").GetInt32()), purpose), "Two answers name the same read.");
        ledger.Open(complaint.Id, answer.Sent);

        foreach (var item in new[] { "name", "contact", "narrative" }.Where(each => items.Length == 0 || items.Contains(each)))
        {
            Assert.Equal(ledger.Texts[(complaint.Id, item)], opened.GetProperty(item).GetString());
        }
    }

    private async Task DownloadAsync()
    {
        var documents = ledger.Documents.Where(each => own.Exists(known => known.Id == each.Key.Complaint)).OrderBy(each => each.Value.Name, StringComparer.Ordinal).ToArray();

        if (documents.Length == 0)
        {
            await UploadAsync();
            return;
        }

        var ((id, n), (sha256, _)) = documents[random.Next(documents.Length)];
        var answer = await GetAsync($"api/complaints/{id}/documents/{n}?purpose=verify_record");
        Assert.True(answer.Status == 200, Said(answer));
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(answer.Body)));
        ledger.Open(id, answer.Sent);
    }
}
