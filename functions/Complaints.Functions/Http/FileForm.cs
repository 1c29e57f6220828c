using System.IO;
using System.Security.Cryptography;
using System.Text;
using Complaints.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Complaints.Functions.Http;

/// <summary>
/// A form with one file as it was posted. The file is held in memory alone and goes with the request: what is tried first and then sent in earnest is sent
/// twice, and known again by its hash.
/// </summary>
/// <param name="Fields">The fields beside it.</param>
/// <param name="File">Its bytes; none if no file was chosen, or an empty one.</param>
internal sealed record FileForm(FormBody Fields, ReadOnlyMemory<byte> File)
{
    /// <summary>The field with the file.</summary>
    public const string FileName = "file";

    /// <summary>The hidden field with the hash of the file that was tried; empty where none was.</summary>
    public const string TriedName = "_tried";

    private const int MostFields = 20;
    private const int LongestField = 16 * 1024;

    /// <summary>SHA-256 over the bytes of the file, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(File.Span));

    /// <summary>Whether this very file was tried before.</summary>
    public bool WasTried => Fields.Of(TriedName) == Sha256;

    /// <summary>What is wrong with the file as such; null if nothing.</summary>
    public Refusal? Fault =>
        File.Length == 0 ? new Refusal("file.missing", "Choose a file that is not empty.", Field: FileName)
        : Fields.Of(TriedName).Length > 0 && !WasTried ? new Refusal("file.another", "This is not the file that was checked before. Nothing was saved of it; now it has been checked.", Field: FileName)
        : null;

    /// <summary>Reads a form that was sent from one of our own pages; refused if it is no such form, too large, or sent from elsewhere.</summary>
    /// <param name="http">The request.</param>
    /// <param name="antiforgery">Knows our own forms.</param>
    /// <param name="most">The most bytes the file may have.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Result<FileForm>> ReadAsync(HttpRequest http, IAntiforgery antiforgery, int most, CancellationToken cancellationToken)
    {
        if (http.GetMultipartBoundary() is not { Length: > 0 } boundary)
        {
            return new Refusal("body.wrong-type", "This address takes a form with a file, multipart/form-data.");
        }

        try
        {
            var read = await ReadAsync(new MultipartReader(boundary, http.Body), most, cancellationToken);

            if (!read.IsAllowed(out var form))
            {
                return read.Refusals;
            }

            return await FormBody.WhyNotOursAsync(http.HttpContext, antiforgery, form.Fields.Of(FormBody.TokenName)) is { } why ? why : form;
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException || (e is IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested))
        {
            return FormBody.Unreadable;
        }
    }

    private static async Task<Result<FileForm>> ReadAsync(MultipartReader reader, int most, CancellationToken cancellationToken)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var file = new MemoryStream();

        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();

            if (disposition?.IsFileDisposition() is true)
            {
                if (disposition.Name != FileName || file.Length > 0 || !await CopyAsync(section.Body, file, most, cancellationToken))
                {
                    return file.Length > most ? TooLarge(most) : FormBody.Unreadable;
                }
            }
            else
            {
                var value = new MemoryStream();

                if (fields.Count == MostFields || disposition is null || !await CopyAsync(section.Body, value, LongestField, cancellationToken))
                {
                    return FormBody.Unreadable;
                }

                fields.Add(KeyValuePair.Create(disposition.Name.Value ?? "", Encoding.UTF8.GetString(value.GetBuffer(), 0, (int)value.Length)));
            }
        }

        return new FileForm(FormBody.Of(fields), file.GetBuffer().AsMemory(0, (int)file.Length));
    }

    /// <summary>False once there is more than that.</summary>
    private static async Task<bool> CopyAsync(Stream from, MemoryStream to, int most, CancellationToken cancellationToken)
    {
        var portion = new byte[16 * 1024];

        for (int read; to.Length <= most && (read = await from.ReadAsync(portion, cancellationToken)) > 0;)
        {
            to.Write(portion, 0, read);
        }

        return to.Length <= most;
    }

    private static Refusal TooLarge(int most)
    {
        var megabytes = (most >> 20).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Refusal("file.too-large", $"The file is larger than {megabytes} MB. Divide it and send the parts one after the other.", Field: FileName) { Named = megabytes };
    }
}
