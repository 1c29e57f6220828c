using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Complaints.Functions.Tests.Docket;

/// <summary>Documents over HTTP: hashed, kept encrypted, given back byte for byte.</summary>
public sealed class DocumentTests(Tracker tracker)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[70_000]];

    [Fact]
    public async Task Add_Pdf_IsHashedNamedInTheHistoryAndGivenBack()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var added = await SendAsync(complaint, Pdf, "Акт №1 — өтініш.pdf");

        Assert.True(added.Status == 201, added.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Pdf)), added.Json.GetProperty("sha256").GetString());
        Assert.Equal(("application/pdf", Pdf.Length), (added.Json.GetProperty("type").GetString(), added.Json.GetProperty("size").GetInt32()));
        Assert.Equal(["Recorded", "DocumentAdded"], await complaint.HistoryAsync());
        using var read = await tracker.Http.GetAsync($"{complaint.Path}/documents/1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal("Акт №1 — өтініш.pdf", read.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(Pdf, await read.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Add_NothingOrOfNoKindTaken_IsRefusedAndNothingIsSaved()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var empty = await SendAsync(complaint, [], "empty.pdf");
        var program = await SendAsync(complaint, [0x7f, .. "ELF"u8, .. new byte[100]], "program.pdf");
        var noForm = await tracker.PostAsync($"{complaint.Path}/documents", "{}");

        Assert.Equal((400, "document.empty"), (empty.Status, empty.Codes.Single()));
        Assert.Equal((415, "document.type-not-allowed"), (program.Status, program.Codes.Single()));
        Assert.Equal((415, "body.wrong-type"), (noForm.Status, noForm.Codes.Single()));
        Assert.Equal(1, (await complaint.ReadAsync()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Add_FourAtOnce_EachGetsANumberOfItsOwn()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(each => SendAsync(complaint, [.. Pdf, (byte)each], $"{each}.pdf")));

        Assert.All(added, each => Assert.True(each.Status == 201, each.Text));
        Assert.Equal([1, 2, 3, 4], added.Select(each => each.Json.GetProperty("number").GetInt32()).Order());
    }

    [Fact]
    public async Task Add_OneUploadSentOftenUnderOneKey_IsOneDocument()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(complaint, Pdf, "a.pdf", "one")));
        await complaint.LodgeAsync();
        var later = await SendAsync(complaint, Pdf, "a.pdf", "one");
        var other = await SendAsync(complaint, [.. Pdf, 1], "a.pdf", "one");

        Assert.All([.. atOnce, later], each => Assert.True(each.Status == 201, each.Text));
        Assert.All([.. atOnce, later], each => Assert.Equal(1, each.Json.GetProperty("number").GetInt32()));
        Assert.Equal((409, "request.key-used"), (other.Status, other.Codes.Single()));
        Assert.Equal(["Recorded", "DocumentAdded", "Lodge"], await complaint.HistoryAsync());
        using var read = await tracker.Http.GetAsync($"{complaint.Path}/documents/1", TestContext.Current.CancellationToken);
        Assert.Equal(Pdf, await read.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Answer> SendAsync(AComplaint complaint, byte[] bytes, string name, string? key = null)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name)), FileNameStar = name };
        form.Add(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{complaint.Path}/documents") { Content = form };

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Answer.OfAsync(await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
