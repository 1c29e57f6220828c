using System.IO;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>
/// A PDF written anew from the objects its pages need: Info, XMP, private data of programs, names and times in comments, attached files, scripts, signatures and
/// earlier versions are left out, and photographs in it are copied as photographs by themselves are.
/// </summary>
internal static class PdfCopy
{
    private static readonly string[] Telling =
    [
        "/Metadata", "/PieceInfo", "/LastModified", "/AF", "/OpenAction", "/AA", "/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/SpiderInfo", "/Collection", "/Perms", "/DSS",
        "/XFA", "/OPI", "/Lang", "/Threads", "/Creator", "/CreatorInfo", "/User", "/VP", "/Measure", "/GPTS", "/UF", "/Desc",
    ];

    private static readonly string[] Files = ["/F", "/FS"];

    private static readonly string[] TellingOfAComment = ["/T", "/M", "/CreationDate", "/NM", "/RC"];

    /// <summary>What a link may do that leads out of the document, or into somebody's computer.</summary>
    private static readonly string[] LeadingOut =
    [
        "/Launch", "/GoToR", "/GoToE", "/Thread", "/ImportData", "/SubmitForm", "/JavaScript", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute",
    ];

    /// <param name="whole">The document.</param>
    /// <param name="to">Where the copy goes.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task WriteAsync(MemoryStream whole, Stream to, CancellationToken cancellationToken)
    {
        // Even one that opens without a password is encrypted for a reason that is not ours to undo.
        if (whole.GetBuffer().AsSpan(0, (int)whole.Length).IndexOf("/Encrypt"u8) >= 0)
        {
            throw CannotStripException.Locked();
        }

        using var document = Reading(() => PdfReader.Open(whole, PdfDocumentOpenMode.Modify));
        document.Info.Elements.Clear();

        foreach (var each in document.Internals.GetAllObjects())
        {
            await CleanAsync(each, cancellationToken);
        }

        // Not what the original is known by.
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = Guid.NewGuid().ToString("n")[..16];

        Reading(() =>
        {
            document.Save(to, closeStream: false);
            return true;
        });
    }

    // The library has no one exception for what it cannot read.
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw CannotStripException.Damaged("a PDF that cannot be read or written anew");
        }
    }

    private static async Task CleanAsync(PdfItem item, CancellationToken cancellationToken)
    {
        switch (item)
        {
            case PdfDictionary dictionary:
                Forget(dictionary);
                await PictureAsync(dictionary, cancellationToken);

                foreach (var each in dictionary.Elements.Values.ToList())
                {
                    await CleanAsync(each!, cancellationToken);
                }

                break;
            case PdfArray array:
                foreach (var each in array.Elements)
                {
                    await CleanAsync(each, cancellationToken);
                }

                break;
        }
    }

    private static void Forget(PdfDictionary dictionary)
    {
        var elements = dictionary.Elements;

        foreach (var key in Telling)
        {
            elements.Remove(key);
        }

        if (NameOf(dictionary, "/Type") is "/Sig" or "/DocTimeStamp" || elements.ContainsKey("/ByteRange"))
        {
            elements.Clear();
        }

        if (LeadingOut.Contains(NameOf(dictionary, "/S")) || IsFile(dictionary))
        {
            elements.Clear();
        }

        if (!IsPublic(elements["/URI"]))
        {
            elements.Remove("/URI");
        }

        foreach (var key in Files.Where(each => IsFile(elements[each])))
        {
            elements.Remove(key);
        }

        if (NameOf(dictionary, "/Type") is "/Page")
        {
            elements.Remove("/B"); // the way to threads, which name their authors
        }

        if (elements.ContainsKey("/Rect") && NameOf(dictionary, "/Subtype") is not "/Widget")
        {
            foreach (var key in TellingOfAComment)
            {
                elements.Remove(key);
            }
        }
    }

    /// <summary>The name of a file, with what else is known of it. Fonts and pictures may have the same keys.</summary>
    private static bool IsFile(PdfItem? item) => item switch
    {
        PdfString => true,
        PdfReference reference => IsFile(reference.Value),
        PdfDictionary dictionary => NameOf(dictionary, "/Type") is "/Filespec" or "/F",
        _ => false,
    };

    private static string NameOf(PdfDictionary dictionary, string key) => dictionary.Elements[key] is PdfName name ? name.Value : "";

    /// <summary>Whether a link leads to where everybody may look.</summary>
    private static bool IsPublic(PdfItem? link) =>
        link is PdfString text && Uri.TryCreate(text.Value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto");

    private static async Task PictureAsync(PdfDictionary dictionary, CancellationToken cancellationToken)
    {
        if (dictionary.Stream is not { } stream || NameOf(dictionary, "/Subtype") is not "/Image")
        {
            return;
        }

        var filter = dictionary.Elements["/Filter"] is PdfArray filters ? string.Concat(filters.Elements) : NameOf(dictionary, "/Filter");

        if (filter is "/DCTDecode")
        {
            using var picture = new MemoryStream();
            await JpegCopy.WriteAsync(new Passage(new MemoryStream(stream.Value), picture, cancellationToken));
            stream.Value = picture.ToArray();
        }
        else if (filter.Contains("/DCTDecode", StringComparison.Ordinal) || filter.Contains("/JPXDecode", StringComparison.Ordinal))
        {
            throw CannotStripException.Hidden(filter.Contains("JPX", StringComparison.Ordinal) ? "JPEG 2000" : "JPEG");
        }
    }
}
