using System.IO;
using System.IO.Compression;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>
/// A DOCX or ODT written anew, part by part: properties, thumbnails, settings of a computer, names of those who wrote and commented are left out, the
/// pictures in it are copied as pictures by themselves are, and what cannot be looked into is a reason to refuse.
/// </summary>
internal static class OfficeCopy
{
    /// <summary>Texts are read whole; a longer one than this no office program writes.</summary>
    private const int LongestText = 8 * 1024 * 1024;
    private const int MostParts = 4_000;

    /// <summary>How many bytes all parts may have together: so many times the document, but some megabytes in any case and never more than the last.</summary>
    private const int MostGrowth = 4;
    private const long LeastUnpacked = 32 * 1024 * 1024;
    private const long MostUnpacked = 200 * 1024 * 1024;

    // No part tells when it was saved.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="whole">The document, to be read anywhere.</param>
    /// <param name="to">Where the copy goes.</param>
    /// <param name="texts">What is done to the texts of documents of this kind.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task WriteAsync(Stream whole, Stream to, OfficeTexts texts, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = await ZipArchive.CreateAsync(whole, ZipArchiveMode.Read, leaveOpen: true, null, cancellationToken);
            await using var copy = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);

            if (source.Entries.Count > MostParts || source.Entries.Select(each => each.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count() < source.Entries.Count)
            {
                throw CannotStripException.Damaged("parts of one name");
            }

            // No part gives more than it says here. Parts that lie over each other are counted each.
            if (source.Entries.Sum(each => Math.Max(each.Length, each.CompressedLength)) > Math.Clamp(MostGrowth * whole.Length, LeastUnpacked, MostUnpacked))
            {
                throw CannotStripException.TooLarge();
            }

            foreach (var part in source.Entries.Where(each => !each.FullName.EndsWith('/') && !texts.IsLeftOut(each.FullName)))
            {
                await CopyAsync(part, copy, texts, cancellationToken);
            }
        }
        catch (InvalidDataException)
        {
            throw CannotStripException.Damaged("not a whole zip file");
        }
    }

    private static async Task CopyAsync(ZipArchiveEntry part, ZipArchive copy, OfficeTexts texts, CancellationToken cancellationToken)
    {
        var name = part.FullName;
        var made = copy.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        made.LastWriteTime = NoTime;
        await using var from = await part.OpenAsync(cancellationToken);
        await using var to = await made.OpenAsync(cancellationToken);

        if (texts.IsText(name))
        {
            await to.WriteAsync(texts.Clean(name, await TextAsync(from, cancellationToken)), cancellationToken);
        }
        else if (texts.IsKept(name))
        {
            await from.CopyToAsync(to, cancellationToken);
        }
        else
        {
            await PictureAsync(name, new Passage(from, to, cancellationToken));
        }
    }

    private static Task PictureAsync(string name, Passage passage) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" => JpegCopy.WriteAsync(passage),
        ".PNG" => PngCopy.WriteAsync(passage),
        var other => throw CannotStripException.Hidden(other.Length is > 1 and < 8 && other.Skip(1).All(char.IsAsciiLetterOrDigit) ? other : "?"),
    };

    private static async Task<byte[]> TextAsync(Stream from, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var piece = new byte[64 * 1024];

        for (int count; (count = await from.ReadAsync(piece, cancellationToken)) > 0;)
        {
            text.Write(piece, 0, count);

            if (text.Length > LongestText)
            {
                throw CannotStripException.TooLarge();
            }
        }

        return text.ToArray();
    }
}
