using System.Net.Http;
using System.Text;
using Complaints.Storage;
using Complaints.Storage.Vault;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>Hostile names there and back: kept as typed, shown so that nobody is misled, and nowhere else.</summary>
public sealed class FileNameTests(Tracker tracker)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Names => new()
    {
        { "Акт №1 — өтініш ғқңүұһіә.pdf", "Акт №1 — өтініш ғқңүұһіә.pdf" },
        { "C:\\Users\\Aigul\\акт.pdf", "акт.pdf" },
        { "../../etc/passwd", "passwd.pdf" },
        { "..", "*" },
        { ".", "*" },
        { "   ", "*" },
        { "a\u202Efdp.exe", "afdp.exe.pdf" },
        { "\u200Fдело\u200B.pdf", "дело.pdf" },
        { "a\u0000b\u0007\u001B[31m.pdf", "ab[31m.pdf" },
        { "a\r\nX-Injected: yes\r\n\r\n.pdf", "aX-Injected_ yes.pdf" },
        { "a\u2028b.pdf", "ab.pdf" },
        { "\"; filename=\"evil.exe", "_; filename=_evil.exe.pdf" },
        { "quo\"te's & <b>.pdf", "quo_te's & _b_.pdf" },
        { "CON.pdf", "_CON.pdf" },
        { "com1", "_com1.pdf" },
        { "LPT¹.pdf", "_LPT¹.pdf" },
        { "console.pdf", "console.pdf" },
        { "stream.pdf:hidden.exe", "stream.pdf_hidden.exe.pdf" },
        { "page.html", "page.html.pdf" },
        { "PHOTO.PDF", "PHOTO.PDF" },
        { "dots and spaces. . ", "dots and spaces.pdf" },
        { "%2e%2e%2fx.pdf", "%2e%2e%2fx.pdf" },
        { new string('ж', 300) + ".pdf", new string('ж', 125) + ".pdf" },
        { new string('a', 300) + ".pdf", new string('a', 251) + ".pdf" },
        { string.Concat(Enumerable.Repeat("👩‍⚖️", 40)) + ".pdf", "**" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Add_HostileName_IsKeptAsTypedAndShownSafely(string typed, string shown)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var added = await SendRawAsync(complaint, $"filename*=UTF-8''{Uri.EscapeDataString(typed)}");

        Assert.True(added.Status == 201, added.Text);
        Assert.Equal(typed, await KeptAsync(complaint));
        using var read = await tracker.Http.GetAsync($"{complaint.Path}/documents/1", Stop);
        var disposition = read.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.False(read.Headers.Contains("X-Injected"));
        Assert.Equal("nosniff", read.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", read.Headers.GetValues("Content-Security-Policy").Single());
        Assert.InRange(Encoding.UTF8.GetByteCount(disposition.FileNameStar!), 5, 255);
        Assert.EndsWith(".pdf", disposition.FileNameStar, StringComparison.OrdinalIgnoreCase);

        if (shown != "**")
        {
            Assert.Equal(shown == "*" ? $"{complaint.Id}-1.pdf" : shown, disposition.FileNameStar);
        }
    }

    // As browsers write it: raw UTF-8 between quotation marks, with marks and ends of lines escaped.
    [Theory]
    [InlineData("Өтініш.pdf", "Өтініш.pdf")]
    [InlineData("quo%22te.pdf", "quo\"te.pdf")]
    [InlineData("two%0D%0Alines.pdf", "two\r\nlines.pdf")]
    public async Task Add_NameAsABrowserWritesIt_IsKeptAsTyped(string sent, string typed)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        Assert.Equal(201, (await SendRawAsync(complaint, $"filename=\"{sent}\"")).Status);

        Assert.Equal(typed, await KeptAsync(complaint));
    }

    [Fact]
    public async Task Add_NameWithACanary_IsInNoBlobNameLogRowOrPage()
    {
        const string Canary = "Имя-канарейка-7";
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        Assert.Equal(201, (await SendRawAsync(complaint, $"filename*=UTF-8''{Uri.EscapeDataString(Canary)}.pdf")).Status);
        await tracker.DownloadAsync(complaint);

        var account = new StorageAccount(tracker.Storage);
        var blobs = await account.Evidence.GetBlobsAsync(cancellationToken: Stop).Select(each => each.Name).ToListAsync(Stop);
        var page = (await tracker.GetAsync($"complaints/{complaint.Id}")).Text;
        var whole = (await tracker.GetAsync(complaint.Path)).Text + (await tracker.GetAsync($"{complaint.Path}/history")).Text;

        Assert.All([.. blobs, .. tracker.Process.Lines.All, page, whole], each =>
        {
            Assert.DoesNotContain(Canary, each, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(Canary), each, StringComparison.OrdinalIgnoreCase);
        });
    }

    private async Task<string?> KeptAsync(AComplaint complaint)
    {
        var history = await tracker.GetAsync($"{complaint.Path}/history");
        var upload = history.Json.GetProperty("events")[1].GetProperty("data").GetProperty("upload").GetString();
        var keys = VaultKeys.Parse("development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtISE=");
        return await new VaultStore(new StorageAccount(tracker.Storage).Vault, keys).OpenAsync(complaint.Id, $"file:{upload}", Stop);
    }

    private Task<Answer> SendRawAsync(AComplaint complaint, string name)
    {
        var body = $"--b\r\nContent-Disposition: form-data; name=\"file\"; {name}\r\n\r\n%PDF-1.7\n\r\n--b--\r\n";
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        return tracker.SendAsync(HttpMethod.Post, $"{complaint.Path}/documents", content);
    }
}
