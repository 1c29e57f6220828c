using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Text;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>What is taken and what is not, by content alone.</summary>
public sealed class MediaTypeTests(TestStorage storage)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Odt = "application/vnd.oasis.opendocument.text";

    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ", "application/pdf")]
    [InlineData("hex:FF D8 FF E0 00 10 4A 46 49 46", "image/jpeg")]
    [InlineData("hex:FF D8 FF E1", "image/jpeg")]
    [InlineData("hex:89 50 4E 47 0D 0A 1A 0A 00 00 00 0D", "image/png")]
    [InlineData("brands:heic mif1 heic", "image/heic")]
    [InlineData("brands:mif1 mif1 heic", "image/heic")]
    [InlineData("brands:isom isom mp41", "video/mp4")]
    [InlineData("brands:mp42 isom mp42", "video/mp4")]
    [InlineData("Құрметті комиссия!\r\n\tШағым…", "text/plain")]
    [InlineData("\uFEFFwith a byte order mark", "text/plain")]
    [InlineData("zip:[Content_Types].xml _rels/.rels word/document.xml", Docx)]
    [InlineData("zip:word/document.xml [Content_Types].xml", Docx)]
    public async Task ReceiveAsync_TypeThatIsTaken_IsTold(string content, string expected)
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        Assert.Equal(expected, (await evidence.ReceiveAsync(Bytes(content))).Type);
    }

    [Fact]
    public async Task ReceiveAsync_OpenDocumentText_IsTold()
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        Assert.Equal(Odt, (await evidence.ReceiveAsync(OpenDocument(Odt))).Type);
    }

    [Theory]
    [InlineData("hex:00", "type-not-allowed")]
    [InlineData("hex:4D 5A 90 00 03", "type-not-allowed")]                   // a Windows program
    [InlineData("hex:7F 45 4C 46 02 01 01 00", "type-not-allowed")]          // a Linux program
    [InlineData("hex:1F 8B 08 00 00 00 00 00", "archive")]          // gzip
    [InlineData("hex:37 7A BC AF 27 1C 00 04", "archive")]          // 7z
    [InlineData("hex:52 61 72 21 1A 07 01 00", "archive")]          // RAR
    [InlineData("hex:D0 CF 11 E0 A1 B1 1A E1", "office-locked")]          // old Office files, with their macros
    [InlineData("hex:47 49 46 38 39 61 01 00 01 00 80", "type-not-allowed")] // GIF
    [InlineData("hex:FF FE 3C 04 35 04", "text-encoding")]                // text in UTF-16
    [InlineData("hex:CF F0 E8 E2 E5 F2", "text-encoding")]                // text in Windows-1251
    [InlineData("hex:C3", "text-encoding")]                               // half a letter
    [InlineData("{\\rtf1\\ansi", "office-locked")]
    [InlineData("<!doctype html><script>alert(1)</script>", "markup")]
    [InlineData("\uFEFF \r\n<svg onload='alert(1)'/>", "markup")]
    [InlineData("<?xml version='1.0'?><x/>", "markup")]
    [InlineData("#!/bin/sh\nrm -rf /", "markup")]
    [InlineData("hex:FF D8", "text-encoding")]
    [InlineData("brands:avif mif1 miaf", "type-not-allowed")]
    [InlineData("brands:qt__ qt__", "type-not-allowed")]
    [InlineData("brands:mif1 mif1 miaf", "type-not-allowed")]
    [InlineData("zip:notes.txt", "archive")]
    [InlineData("zip:notes.txt word/document.xml", "archive")]
    [InlineData("zip:[Content_Types].xml _rels/.rels xl/workbook.xml", "office-kind")]
    [InlineData("zip:_rels/.rels ppt/presentation.xml", "office-kind")]
    [InlineData("zip:mimetype content.xml", "office-kind")]
    [InlineData("zip:Index/Document.iwa", "office-kind")]
    [InlineData("zip:[Content_Types].xml word/document.xml word/vbaProject.bin", "macros")]
    [InlineData("zip:", "archive")]
    [InlineData("PK", "archive")]
    public async Task ReceiveAsync_AnythingElse_IsRefusedWithItsOwnWayOut(string content, string code)
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        var refused = await evidence.TryReceiveAsync(Bytes(content));

        Assert.Equal([($"document.{code}", "file")], refused.Refusals.Select(each => (each.Code, each.Field!)));
        Assert.Empty(await evidence.NamesAsync());
    }

    [Theory]
    [InlineData("zip:word/vbaProject.bin", "macros")]
    [InlineData("text:00", "text-encoding")]
    [InlineData("text:C3", "text-encoding")]
    public async Task ReceiveAsync_UnwantedBehindTheFirstChunk_IsRefusedAndLeavesNothing(string end, string code)
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var content = end.Split(':') switch
        {
            ["zip", var name] => Zip(["[Content_Types].xml", "word/document.xml"], name),
            var text => [.. Encoding.UTF8.GetBytes(new string('ж', 2_000_000)), byte.Parse(text[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)],
        };

        var refused = await evidence.TryReceiveAsync(content);

        Assert.Equal([$"document.{code}"], refused.Refusals.Select(each => each.Code));
        Assert.Empty(await evidence.NamesAsync());
    }

    // The seam between two chunks is looked at as well: wherever the name lies.
    [Theory]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) - 5)]
    [InlineData((128 * 1024) - 9)]
    public async Task ReceiveAsync_MacrosAcrossTwoChunks_AreFound(int at)
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        byte[] content = [.. Zip(["[Content_Types].xml", "word/document.xml"]), .. new byte[200_000]];
        "vbaProject.bin"u8.CopyTo(content.AsSpan(at));

        Assert.Equal("document.macros", (await evidence.TryReceiveAsync(content)).Refusals[0].Code);
    }

    [Fact]
    public async Task ReceiveAsync_OpenDocumentSpreadsheet_IsRefused()
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        Assert.False((await evidence.TryReceiveAsync(OpenDocument("application/vnd.oasis.opendocument.spreadsheet"))).IsAllowed(out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task ReceiveAsync_LongTextWhoseFirstChunkEndsInsideALetter_IsText(int shift)
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var text = Encoding.UTF8.GetBytes(new string('x', shift) + new string('Қ', 50_000));

        Assert.Equal("text/plain", (await evidence.ReceiveAsync(text)).Type);
    }

    private static byte[] Bytes(string content) => content.Split(':', 2) switch
    {
        ["hex", var hex] => [.. hex.Split(' ').Select(each => byte.Parse(each, NumberStyles.HexNumber, CultureInfo.InvariantCulture))],
        ["brands", var brands] => Brands(brands.Replace('_', ' ').Split(' ', 2)[0], brands.Split(' ')[1..]),
        ["zip", var names] => Zip(names.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        _ => Encoding.UTF8.GetBytes(content),
    };

    private static byte[] Brands(string major, string[] compatible) =>
    [
        0, 0, 0, (byte)(16 + (4 * compatible.Length)), .. "ftyp"u8, .. Encoding.ASCII.GetBytes(major.PadRight(4)), 0, 0, 0, 0,
        .. compatible.SelectMany(brand => Encoding.ASCII.GetBytes(brand.Replace('_', ' '))), 0, 0, 0, 8, .. "free"u8,
    ];

    private static byte[] Zip(string[] names, string? afterMuch = null)
    {
        using var whole = new MemoryStream();

        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("<x/>"u8);
            }

            if (afterMuch is not null)
            {
                using var much = zip.CreateEntry("word/media/image1.png", CompressionLevel.NoCompression).Open();
                much.Write(new byte[3_000_000]);
                much.Dispose();
                zip.CreateEntry(afterMuch);
            }
        }

        return whole.ToArray();
    }

    // As office programs write it; ZipArchive has no way to store the first entry without a data descriptor on a stream.
    private static byte[] OpenDocument(string type)
    {
        byte[] size = [(byte)type.Length, 0, 0, 0];
        return
        [
            .. "PK\u0003\u0004"u8, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, .. size, .. size, 8, 0, 0, 0,
            .. "mimetype"u8, .. Encoding.ASCII.GetBytes(type), .. Zip(["content.xml"]),
        ];
    }
}
