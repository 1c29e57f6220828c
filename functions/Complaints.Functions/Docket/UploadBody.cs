using System.IO;
using System.Text;
using Complaints.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Complaints.Functions.Docket;

/// <summary>A document as it is sent, in a field <c>file</c> after a few short fields: read as it streams in, and nothing of it whole in memory.</summary>
internal static class UploadBody
{
    /// <summary>How many short fields may stand before the file, and how long each may be, in bytes.</summary>
    private const int MostFields = 10;
    private const int LongestField = 8 * 1024;

    private static readonly Refusal Missing = new(
        "document.missing", "Send the document as multipart/form-data, in a field named 'file'.", Field: "file");

    private static readonly Refusal CutOff = new(
        "body.cut-off", "The upload ends before its last boundary, or the boundary its Content-Type names is not the one between its parts.", Field: "file");

    /// <summary>Why a request is no upload, by its type alone; null if it may be one.</summary>
    public static Refusal? WhyNone(HttpRequest http) => BoundaryOf(http) is null ? new Refusal("body.wrong-type", Missing.Message, Field: "file") : null;

    /// <summary>Hands the document on, with the short fields before it, at the first byte of the file; or says why there is none.</summary>
    /// <param name="http">The request.</param>
    /// <param name="take">Takes it, or refuses before it reads a byte.</param>
    /// <param name="cancellationToken">Stops while it is read.</param>
    public static async Task<Result<T>> TakeAsync<T>(HttpRequest http, Func<IReadOnlyDictionary<string, string>, Upload, Task<Result<T>>> take, CancellationToken cancellationToken)
    {
        if (BoundaryOf(http) is not { } boundary)
        {
            return WhyNone(http)!;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var isRead = false;

        try
        {
            var reader = new MultipartReader(boundary, http.Body);

            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (FileNameOf(section) is { } name)
                {
                    return await take(fields, new Upload(name, section.Body, async () => isRead = await IsLastAsync(reader, cancellationToken)));
                }

                if (fields.Count < MostFields && section.GetContentDispositionHeader()?.Name.Value is { } field)
                {
                    fields[HeaderUtilities.RemoveQuotes(field).ToString()] = await TextOfAsync(section, cancellationToken);
                }
            }
        }
        catch (Exception e) when (!isRead && e is InvalidDataException or IOException && !cancellationToken.IsCancellationRequested && e is not BadHttpRequestException)
        {
            return CutOff;
        }

        return Missing;
    }

    private static string? BoundaryOf(HttpRequest http) =>
        MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 200 } boundary ? boundary : null;

    /// <summary>The first bytes of a short field, as text. Whatever is longer is none of ours.</summary>
    private static async Task<string> TextOfAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField];
        var read = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    /// <summary>The file name of a section that holds a file in the field 'file'; null for any other.</summary>
    private static string? FileNameOf(MultipartSection section) =>
        section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition() && disposition.Name == "file"
            ? disposition.FileNameStar.Value ?? FileName.FromForm(disposition.FileName.Value ?? "")
            : null;

    private static async Task<bool> IsLastAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (FileNameOf(section) is not null)
            {
                return false;
            }
        }

        return true;
    }
}
