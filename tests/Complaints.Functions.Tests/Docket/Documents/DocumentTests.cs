using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Complaints.Functions.Tests.Docket.Documents;

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

    [Theory]
    [InlineData("en", "Save this one as PDF", "Unpack it")]
    [InlineData("ru", "Сохраните документ в формате PDF", "Распакуйте архив")]
    [InlineData("kk", "Құжатты PDF түрінде сақтап", "Мұрағат файлын ашып")]
    public async Task Add_ASpreadsheetOnThePage_IsToldHowItIsTakenAndAnArchiveAnotherWay(string language, string office, string archive)
    {
        using var browser = new Pages.Browser(tracker, language);
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var form = await browser.OpenAsync($"/complaints/{complaint.Id}/documents");
        (string, string)[] hidden = [.. form.Held.Where(each => each.Name.StartsWith('_'))];

        var spreadsheet = await browser.UploadAsync(form.Action, hidden, "votes.xlsx", Papers.Xlsx());
        var packed = await browser.UploadAsync(form.Action, hidden, "all.zip", Papers.Archive());

        Assert.Equal((415, 415), (spreadsheet.Status, packed.Status));
        Assert.Contains(office, spreadsheet.Text, StringComparison.Ordinal);
        Assert.Contains("DOCX", spreadsheet.Text, StringComparison.Ordinal);
        Assert.Contains(archive, packed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(office, packed.Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task Add_TheSameContentTwice_KeepsBothNamesAndSaysSo()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var first = await SendAsync(complaint, Pdf, "statement of A.pdf");
        var second = await SendAsync(complaint, Pdf, "statement of B.pdf");

        Assert.Equal((JsonValueKind.Null, 1), (first.Json.GetProperty("sameAs").ValueKind, second.Json.GetProperty("sameAs").GetInt32()));
        Assert.Equal(1, (await complaint.ReadAsync()).GetProperty("documents")[1].GetProperty("sameAs").GetInt32());
        Assert.Equal("statement of A.pdf", await NameOfAsync(complaint, 1));
        Assert.Equal("statement of B.pdf", await NameOfAsync(complaint, 2));
        Assert.Contains("The same content as document 1", System.Net.WebUtility.HtmlDecode((await tracker.GetAsync($"complaints/{complaint.Id}")).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithAnotherBoundaryThanInTheBody_SaysWhatIsWrong()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var body = new StringContent("--one\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ntext\r\n--one--\r\n");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=another");

        var answer = await Answer.OfAsync(await tracker.Http.PostAsync($"{complaint.Path}/documents", body, TestContext.Current.CancellationToken));

        Assert.Equal((400, "body.cut-off"), (answer.Status, answer.Codes.Single()));
        Assert.Contains("boundary", answer.Text, StringComparison.Ordinal);
    }

    private async Task<string?> NameOfAsync(AComplaint complaint, int number)
    {
        using var read = await tracker.Http.GetAsync($"{complaint.Path}/documents/{number}", TestContext.Current.CancellationToken);
        return read.Content.Headers.ContentDisposition!.FileNameStar;
    }

    private Task<Answer> SendAsync(AComplaint complaint, byte[] bytes, string name, string? key = null) =>
        tracker.UploadAsync(complaint, bytes, name, key is null ? [] : [("Idempotency-Key", key)]);
}
