using System.Text;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>Copies for sharing: the same to look at, and none of the words that were planted where programs write what nobody sees.</summary>
public sealed class SharedCopyTests(Tracker tracker)
{
    private const string Shared = "?copy=shared&warned=true";

    public static TheoryData<string> Kinds => ["jpg", "png", "mp4", "mp4 data first", "heic", "docx", "odt", "pdf"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Copy_DocumentThatTells_TellsNothingAndTheOriginalIsKept(string kind)
    {
        var original = Of(kind);
        Assert.Contains(Pictures.Telling, word => Holds(original, word) || IsZipped(kind));
        var complaint = await AddedAsync(original, "PlantedAuthor." + kind.Split(' ')[0]);

        var copy = await tracker.DownloadAsync(complaint, Shared);

        Assert.True(copy.Status == 200, Encoding.UTF8.GetString(copy.Bytes));
        Assert.Equal($"{complaint.Id}-1-shared.{kind.Split(' ')[0]}", copy.Name);
        IReadOnlyList<byte[]> looked = IsZipped(kind) ? [copy.Bytes, .. Papers.Parts(copy.Bytes).Values] : [copy.Bytes];
        Assert.All(Pictures.Telling, word => Assert.All(looked, bytes => Assert.False(Holds(bytes, word), word)));
        Assert.Equal(original, (await tracker.DownloadAsync(complaint, "?warned=true")).Bytes);
        Assert.Equal(copy.Bytes, kind == "pdf" ? copy.Bytes : (await tracker.DownloadAsync(complaint, Shared)).Bytes);
    }

    [Fact]
    public async Task Copy_Jpeg_KeepsThePictureAndWhichWayIsUp()
    {
        var copy = (await tracker.DownloadAsync(await AddedAsync(Pictures.Jpeg(), "a.jpg"), Shared)).Bytes;

        var original = Pictures.Jpeg();
        var drawn = original.AsSpan().IndexOf(new byte[] { 0xFF, 0xDB });
        var end = original.AsSpan().LastIndexOf(new byte[] { 0xFF, 0xD9 }) + 2;
        Assert.True(copy.AsSpan().EndsWith(original.AsSpan(drawn..end)));
        var exif = copy.AsSpan(copy.AsSpan().IndexOf("Exif\0\0MM\0*"u8));
        Assert.Equal(new byte[] { 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6 }, exif.Slice(16, 10).ToArray());
    }

    [Fact]
    public async Task Copy_Png_HasItsPixelsAndStillOpens()
    {
        var copy = (await tracker.DownloadAsync(await AddedAsync(Pictures.Png(), "a.png"), Shared)).Bytes;

        Assert.Equal(["IHDR", "IDAT", "IEND"], new[] { "IHDR", "IDAT", "IEND" }.Where(each => Holds(copy, each)));
        Assert.True(Pictures.Png().AsSpan().IndexOf(copy.AsSpan(33, copy.Length - 33 - 12)) > 0);
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("mp4 data first")]
    [InlineData("heic")]
    public async Task Copy_Recording_KeepsItsLengthAndTheDataInItsPlace(string kind)
    {
        var original = Of(kind);

        var copy = (await tracker.DownloadAsync(await AddedAsync(original, "a." + kind), Shared)).Bytes;

        Assert.Equal(original.Length, copy.Length);
        byte[] data = kind == "heic" ? [1, 2, 3, 4, 5] : [.. "the frames of the film"u8];
        Assert.Equal(original.AsSpan().IndexOf(data), copy.AsSpan().IndexOf(data));
        Assert.False(Holds(copy, "\u005F\u00D1\u00E2\u0080") || Holds(copy, "crtt"), "a time is left");
        Assert.Equal(kind == "heic", Holds(copy, "hvcC") && Holds(copy, "ipma"));
    }

    [Fact]
    public async Task Copy_Docx_KeepsTextCommentsAndTheWayToItsParts()
    {
        var parts = Papers.Parts((await tracker.DownloadAsync(await AddedAsync(Papers.Docx(), "a.docx"), Shared)).Bytes);

        Assert.Contains("Шағым мәтіні", Text(parts["word/document.xml"]), StringComparison.Ordinal);
        Assert.Contains("ескерту", Text(parts["word/comments.xml"]), StringComparison.Ordinal);
        Assert.DoesNotContain("rsid", string.Concat(parts.Values.Select(Text)), StringComparison.Ordinal);
        Assert.DoesNotContain("2020-12-10", string.Concat(parts.Values.Select(Text)), StringComparison.Ordinal);
        var relations = Text(parts["word/_rels/document.xml.rels"]);
        Assert.All(["media/image1.jpeg", "comments.xml", "https://sud.example/1"], kept => Assert.Contains(kept, relations, StringComparison.Ordinal));
        Assert.DoesNotContain("list.docx", relations, StringComparison.Ordinal);
        Assert.DoesNotContain("customXml", relations, StringComparison.Ordinal);
        Assert.DoesNotContain("docProps", Text(parts["_rels/.rels"]) + Text(parts["[Content_Types].xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_Odt_IsStillOneAndKeepsItsText()
    {
        var copy = (await tracker.DownloadAsync(await AddedAsync(Papers.Odt(), "a.odt"), Shared)).Bytes;

        Assert.All(["Шағым мәтіні", "https://sud.example/1", "#place", "Pictures/1.jpg"], kept => Assert.Contains(kept, Text(Papers.Parts(copy)["content.xml"]), StringComparison.Ordinal));
        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.text", Encoding.ASCII.GetString(copy, 30, 47));
    }

    [Fact]
    public async Task Copy_Pdf_KeepsPageRemarkAndPhotograph()
    {
        var copy = (await tracker.DownloadAsync(await AddedAsync(Papers.Pdf(), "a.pdf"), Shared)).Bytes;

        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        Assert.True(Holds(copy, "/Page") && Holds(copy, "kept remark") && Holds(copy, "kept layer") && Holds(copy, "sud.example/1") && Holds(copy, "/DCTDecode"));
        Assert.DoesNotContain(Papers.PdfId, Encoding.Latin1.GetString(copy), StringComparison.OrdinalIgnoreCase);
        Assert.True(Holds(copy, "/ID"));
        Assert.All(["/JavaScript", "/EmbeddedFile", "/OpenAction", "D:20201210"], each => Assert.False(Holds(copy, each), each));
    }

    [Fact]
    public async Task Copy_Text_IsAsItIs()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes("Құрметті комиссия!\r\nШағым.")];

        Assert.Equal(text, (await tracker.DownloadAsync(await AddedAsync(text, "a.txt"), Shared)).Bytes);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "pdf locked", "document.copy-locked" },
        { "odt locked", "document.copy-locked" },
        { "pdf cut", "document.copy-damaged" },
        { "jpg cut", "document.copy-damaged" },
        { "png cut", "document.copy-damaged" },
        { "mp4 cut", "document.copy-damaged" },
        { "heic cut", "document.copy-damaged" },
        { "docx cut", "document.copy-damaged" },
        { "mp4 places", "document.copy-hidden" },
        { "docx embedded", "document.copy-hidden" },
        { "docx tiff", "document.copy-hidden" },
        { "pdf nested", "document.copy-damaged" },
        { "pdf swollen", "document.copy-too-large" },
        { "docx swollen text", "document.copy-too-large" },
        { "docx swollen font", "document.copy-too-large" },
        { "docx one part many times", "document.copy-too-large" },
        { "docx more parts than any", "document.copy-damaged" },
        { "docx two of one name", "document.copy-damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Copy_WhatCannotBeCleaned_IsRefusedWithTheReasonAndTheOriginalIsGiven(string kind, string code)
    {
        var original = kind.Split(' ') switch
        {
            ["pdf", "locked"] => Papers.Pdf(isLocked: true),
            ["odt", _] => Papers.Odt(isLocked: true),
            ["mp4", "places"] => Pictures.Mp4("meta"),
            ["pdf", "nested"] => Papers.NestedPdf(200_000),
            ["pdf", "swollen"] => Papers.SwollenPdf(1_000),
            ["docx", "swollen", "text"] => Papers.SwollenDocx("word/0000.xml", 9),
            ["docx", "swollen", "font"] => Papers.SwollenDocx("word/0000.odttf", 250),
            ["docx", "one", ..] => Papers.SwollenDocx("word/0000.odttf", 1, 2_200),
            ["docx", "more", ..] => Papers.SwollenDocx("word/0000.odttf", 0, 4_001),
            ["docx", "two", ..] => Papers.Docx("word/document.xml"),
            ["docx", "embedded"] => Papers.Docx("word/embeddings/oleObject1.bin"),
            ["docx", "tiff"] => Papers.Docx("word/media/image3.tiff"),
            ["jpg", _] => Pictures.Jpeg()[..^60],
            [var whole, _] => Of(whole)[..^(Of(whole).Length / 3)],
            _ => throw new InvalidOperationException(kind),
        };
        var complaint = await AddedAsync(original, "a");

        var refused = await tracker.GetAsync($"{complaint.Path}/documents/1{Shared}");

        Assert.True((406, code) == (refused.Status, refused.Codes.Single()), refused.Text);
        Assert.Equal(original, (await tracker.DownloadAsync(complaint, "?warned=true")).Bytes);
        var page = await tracker.GetAsync($"complaints/{complaint.Id}/documents/1/file{Shared}");
        Assert.Equal((406, "text/html"), (page.Status, page.MediaType));
    }

    [Fact]
    public async Task Copy_OfAnUnknownKind_IsRefused()
    {
        var complaint = await AddedAsync(Uploads.Pdf(100), "a.pdf");

        var refused = await tracker.GetAsync($"{complaint.Path}/documents/1?copy=clean");

        Assert.Equal((400, "document.copy-unknown"), (refused.Status, refused.Codes.Single()));
    }

    private static byte[] Of(string kind) => kind switch
    {
        "jpg" => Pictures.Jpeg(),
        "png" => Pictures.Png(),
        "mp4" => Pictures.Mp4(),
        "mp4 data first" => Pictures.Mp4(isDataFirst: true),
        "heic" => Pictures.Heic(),
        "docx" => Papers.Docx(),
        "odt" => Papers.Odt(),
        _ => Papers.Pdf(),
    };

    private static bool IsZipped(string kind) => kind is "docx" or "odt";

    private static bool Holds(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(word)) >= 0;

    private static string Text(byte[] part) => Encoding.UTF8.GetString(part);

    private async Task<AComplaint> AddedAsync(byte[] bytes, string name)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var added = await tracker.UploadAsync(complaint, bytes, name);
        Assert.True(added.Status == 201, added.Text);
        return complaint;
    }
}
