using System.IO;
using System.IO.Compression;
using System.Text;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>Documents of office programs made for a test, with what such programs write about their authors.</summary>
internal static class Papers
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    /// <summary>What a PDF made here is known by, in hexadecimal.</summary>
    public const string PdfId = "AABBCCDDEEFF00112233445566778899";

    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A DOCX with a photograph, a comment, a tracked change, a template on somebody's computer; and, if asked, one more part.</summary>
    public static byte[] Docx(string? more = null) => Zip(
        ("[Content_Types].xml", Text("""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """)),
        ("_rels/.rels", Relations(("officeDocument", "word/document.xml", false), ("metadata/core-properties", "docProps/core.xml", false))),
        ("docProps/core.xml", Text("<cp xmlns='x'>PlantedAuthor 2020:12:10</cp>")),
        ("docProps/thumbnail.jpeg", "PlantedThumb"u8.ToArray()),
        ("customXml/item1.xml", Text("<x>PlantedSoftware</x>")),
        ("word/document.xml", Text($"""
            <w:document xmlns:w="{Word}" xmlns:r="{Rel}" xmlns:wp="urn:wp"><!-- PlantedComment --><w:body w:rsidR="00ABCDEF"><w:p w:rsidR="00ABCDEF"><w:r><w:t>Шағым мәтіні</w:t></w:r>
            <w:ins w:id="1" w:author="PlantedAuthor" w:date="2020-12-10T10:00:00Z"><w:r><w:t>added</w:t></w:r></w:ins>
            <wp:docPr id="1" name="PlantedMake" descr="C:\PlantedAuthor\photo.jpg"/></w:p></w:body></w:document>
            """)),
        ("word/_rels/document.xml.rels", Relations(("image", "media/image1.jpeg", false), ("image", "media/image2.png", false), ("customXml", "../customXml/item1.xml", false), ("comments", "comments.xml", false), ("hyperlink", "https://sud.example/1", true), ("hyperlink", "file:///C:/PlantedAuthor/list.docx", true), ("hyperlink", "PlantedAuthor/list.docx", true), ("attachedTemplate", "file:///C:/PlantedAuthor/t.dotx", true))),
        ("word/comments.xml", Text($"""<w:comments xmlns:w="{Word}"><w:comment w:id="0" w:author="PlantedAuthor" w:initials="PlantedAuthor" w:date="2020-12-10T10:00:00Z"><w:p><w:r><w:t>ескерту</w:t></w:r></w:p></w:comment></w:comments>""")),
        ("word/people.xml", Text("<p>PlantedAuthor</p>")),
        ("word/settings.xml", Text($"""<w:settings xmlns:w="{Word}"><w:attachedTemplate/><w15:docId xmlns:w15="urn:w15" w15:val="PlantedMake"/><w:rsids><w:rsid w:val="00ABCDEF"/></w:rsids></w:settings>""")),
        ("word/_rels/settings.xml.rels", Relations(("attachedTemplate", "file:///C:/PlantedAuthor/t.dotx", true))),
        ("word/media/image1.jpeg", Pictures.Jpeg()),
        ("word/media/image2.png", Pictures.Png()),
        (more ?? "word/styles.xml", Text("<s/>")));

    /// <summary>An ODT with a photograph, a comment and the settings of a printer; locked by a password if asked.</summary>
    public static byte[] Odt(bool isLocked = false) => Zip(
        ("mimetype", Text("application/vnd.oasis.opendocument.text")),
        ("META-INF/manifest.xml", Text($"""
            <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>
            <m:file-entry m:full-path="meta.xml" m:media-type="text/xml"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml">{(isLocked ? "<m:encryption-data/>" : "")}</m:file-entry></m:manifest>
            """)),
        ("meta.xml", Text("<m>PlantedAuthor 2020:12:10</m>")),
        ("settings.xml", Text("<s>PlantedMake</s>")),
        ("Thumbnails/thumbnail.png", Pictures.Png()),
        ("Configurations2/x.xml", Text("<c>PlantedSoftware</c>")),
        ("Pictures/1.jpg", Pictures.Jpeg()),
        ("content.xml", Text("""
            <o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ooo="urn:ooo"><o:body ooo:rsid="00ABCDEF">Шағым мәтіні
            <draw:frame xmlns:draw="urn:draw" xmlns:svg="urn:svg" draw:name="PlantedAuthor"><svg:title>PlantedMake</svg:title><svg:desc>PlantedAuthor</svg:desc></draw:frame>
            <t:a xmlns:t="urn:text" xmlns:x="urn:xlink" x:href="file:///home/PlantedAuthor/x.odt">a</t:a><t:a xmlns:t="urn:text" xmlns:x="urn:xlink" x:href="../PlantedAuthor/x.odt">b</t:a>
            <t:a xmlns:t="urn:text" xmlns:x="urn:xlink" x:href="https://sud.example/1">c</t:a><t:a xmlns:t="urn:text" xmlns:x="urn:xlink" x:href="#place">d</t:a>
            <i:image xmlns:i="urn:draw" xmlns:x="urn:xlink" x:href="Pictures/1.jpg"/>
            <t:file-name xmlns:t="urn:text" t:display="full">/home/PlantedAuthor/x.odt</t:file-name><t:template-name xmlns:t="urn:text">PlantedAuthor</t:template-name>
            <o:annotation><dc:creator>PlantedAuthor</dc:creator><dc:date>2020-12-10T10:00:00</dc:date>ескерту</o:annotation></o:body></o:document-content>
            """)));

    /// <summary>A PDF of one page with Info, XMP, a comment, an attached file, a script and a photograph; said to be encrypted if asked.</summary>
    public static byte[] Pdf(bool isLocked = false)
    {
        var picture = Pictures.Jpeg();
        byte[][] objects =
        [
            Text("<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(PlantedSoftware\\)) >> /Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> /Lang (kk) /Threads [11 0 R] /OCProperties << /OCGs [12 0 R] /D << /Creator (PlantedAuthor) >> >> >>"),
            Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /P 6 0 R >> >> /Annots [8 0 R 13 0 R 14 0 R 15 0 R 16 0 R] /PieceInfo << /X (PlantedSoftware) >> "
                + "/B [17 0 R] /VP [<< /Type /Viewport /BBox [0 0 1 1] /Measure << /Subtype /GEO /GPTS [43.238949 76.889709] >> >>] >>"),
            Stream("<< /Length {0} >>", "q 100 0 0 100 0 0 cm /P Do Q"u8),
            Stream("<< /Type /Metadata /Subtype /XML /Length {0} >>", "<x:xmpmeta>PlantedXmp</x:xmpmeta>"u8),
            Stream("<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length {0} >>", picture),
            Text("<< /Author (PlantedAuthor) /Producer (PlantedSoftware) /CreationDate (D:20201210100000) /Custom (2020:12:10) >>"),
            Text("<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (PlantedAuthor) /M (D:20201210100000) /Contents (kept remark) >>"),
            Text("<< /Type /Filespec /F (a) /EF << /F 10 0 R >> >>"),
            Stream("<< /Type /EmbeddedFile /Length {0} >>", "PlantedTrailer"u8),
            Text("<< /Type /Thread /F 17 0 R /I << /Title (PlantedAuthor) /Author (PlantedAuthor) >> >>"),
            Text("<< /Type /OCG /Name (kept layer) /Usage << /CreatorInfo << /Creator (PlantedSoftware) >> /User << /Type /Ind /Name (PlantedAuthor) >> >> >>"),
            Text("<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /Launch /F (C:/PlantedAuthor/x.doc) /Win << /F (C:/PlantedAuthor) >> >> >>"),
            Text("<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 1 1] /FS << /Type /Filespec /F (PlantedAuthor.doc) /UF (PlantedAuthor.doc) /Desc (PlantedComment) >> >>"),
            Text("<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (file:///C:/PlantedAuthor/x.doc) >> >>"),
            Text("<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (https://sud.example/1) >> >>"),
            Text("<< /T 11 0 R /N 17 0 R /V 17 0 R /P 3 0 R /R [0 0 1 1] >>"),
        ];
        return Pdf(objects, isLocked);
    }

    /// <summary>A PDF in which an array lies in an array, and so on, so many times.</summary>
    public static byte[] NestedPdf(int depth) => Pdf(
    [
        Text("<< /Type /Catalog /Pages 2 0 R /X 4 0 R >>"),
        Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"),
        Text(new string('[', depth) + new string(']', depth)),
    ]);

    /// <summary>A PDF of some kilobytes whose objects lie in a stream of so many blanks.</summary>
    public static byte[] SwollenPdf(int megabytes)
    {
        var blank = new byte[1024 * 1024];
        blank.AsSpan().Fill((byte)' ');
        using var packed = new MemoryStream();

        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write("4 0 <<>>"u8);

            for (var each = 0; each < megabytes; each++)
            {
                zip.Write(blank);
            }
        }

        byte[][] objects =
        [
            Text("<< /Type /Catalog /Pages 2 0 R /X 4 0 R >>"),
            Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"),
            Stream("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {0} >>", packed.ToArray()),
        ];
        using var whole = new MemoryStream();
        whole.Write("%PDF-1.5\n"u8);
        List<byte> places = [0, 0, 0, 0, 0, 255];

        foreach (var (n, each) in objects.Index())
        {
            places.AddRange([1, .. Place(whole.Length), 0]);
            whole.Write([.. Text(FormattableString.Invariant($"{(n == 3 ? 5 : n + 1)} 0 obj\n")), .. each, .. "\nendobj\n"u8]);
        }

        var table = whole.Length;
        places.InsertRange(4 * 6, [2, 0, 0, 0, 5, 0]);
        places.AddRange([1, .. Place(table), 0]);
        whole.Write([.. "6 0 obj\n"u8, .. Stream("<< /Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length {0} >>", places.ToArray()), .. "\nendobj\n"u8]);
        whole.Write(Text(FormattableString.Invariant($"startxref\n{table}\n%%EOF\n")));
        return whole.ToArray();
    }

    private static byte[] Place(long at) => [(byte)(at >> 24), (byte)(at >> 16), (byte)(at >> 8), (byte)at];

    private static byte[] Pdf(byte[][] objects, bool isLocked = false)
    {
        using var whole = new MemoryStream();
        whole.Write("%PDF-1.4\n"u8);
        var places = new List<long>();

        for (var each = 0; each < objects.Length; each++)
        {
            places.Add(whole.Length);
            whole.Write([.. Text(FormattableString.Invariant($"{each + 1} 0 obj\n")), .. objects[each], .. "\nendobj\n"u8]);
        }

        var table = whole.Length;
        whole.Write(Text(FormattableString.Invariant($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n")));
        places.ForEach(place => whole.Write(Text(FormattableString.Invariant($"{place:D10} 00000 n \n"))));
        var locked = isLocked ? "/Encrypt << /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >> " : "";
        whole.Write(Text(FormattableString.Invariant($"trailer << /Size {objects.Length + 1} /Root 1 0 R {(objects.Length > 6 ? "/Info 7 0 R " : "")}{locked}/ID [<{PdfId}> <{PdfId}>] >>\nstartxref\n{table}\n%%EOF\n")));
        return whole.ToArray();
    }

    /// <summary>A DOCX with one part of so many zeros or blanks, as many times in its directory as asked.</summary>
    public static byte[] SwollenDocx(string part, int megabytes, int times = 1)
    {
        var blank = new byte[megabytes * 1024 * 1024];
        blank.AsSpan().Fill((byte)' ');
        var whole = Zip(("[Content_Types].xml", Text("<Types/>")), ("word/document.xml", Text("<w/>")), (part, [.. Text("<w>"), .. blank, .. Text("</w>")]));
        var (end, directory) = (whole.Length - 22, BitConverter.ToInt32(whole, whole.Length - 6));
        var entry = whole[directory..end].AsSpan()[^(46 + part.Length)..].ToArray();
        using var more = new MemoryStream();
        more.Write(whole, 0, end);

        for (var each = 1; each < times; each++)
        {
            Text(FormattableString.Invariant($"{each:D4}")).CopyTo(entry, 46 + "word/".Length);
            more.Write(entry);
        }

        var tail = whole[end..];
        BitConverter.TryWriteBytes(tail.AsSpan(8), (ushort)(2 + times));
        BitConverter.TryWriteBytes(tail.AsSpan(10), (ushort)(2 + times));
        BitConverter.TryWriteBytes(tail.AsSpan(12), (int)more.Length - directory);
        more.Write(tail);
        return more.ToArray();
    }

    /// <summary>The parts of a copy, by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Parts(byte[] zipped)
    {
        using var zip = new ZipArchive(new MemoryStream(zipped));
        return zip.Entries.ToDictionary(each => each.FullName, each =>
        {
            using var part = each.Open();
            using var whole = new MemoryStream();
            part.CopyTo(whole);
            return whole.ToArray();
        });
    }

    private static byte[] Relations(params (string Kind, string Target, bool IsExternal)[] all) => Text(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(all.Select((each, n) => $"<Relationship Id=\"r{n}\" Type=\"{Rel}/{each.Kind}\" Target=\"{each.Target}\"{(each.IsExternal ? " TargetMode=\"External\"" : "")}/>"))
            + "</Relationships>");

    private static byte[] Stream(string dictionary, ReadOnlySpan<byte> content) =>
        [.. Text(dictionary.Replace("{0}", content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)), .. "\nstream\n"u8, .. content, .. "\nendstream"u8];

    /// <summary>A spreadsheet, as far as its entries tell.</summary>
    public static byte[] Xlsx() => Zip(("[Content_Types].xml", Text("<Types/>")), ("_rels/.rels", Text("<r/>")), ("xl/workbook.xml", Text("<w/>")));

    /// <summary>An archive with a text in it.</summary>
    public static byte[] Archive() => Zip(("notes.txt", Text("a note")));

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var whole = new MemoryStream();

        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        }

        return whole.ToArray();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
