using System.IO;
using System.Text;
using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Complaints.Functions.Docket.Documents;

/// <summary>Takes one document as it streams in: the short fields that stand before it, then its bytes, and nothing of it whole in memory.</summary>
internal sealed class UploadDoor(AddDocumentHandler handler)
{
    /// <summary>How many short fields may stand before the file, and how long each may be, in bytes.</summary>
    private const int MostFields = 10;
    private const int LongestField = 8 * 1024;

    private static readonly Refusal Missing = new(
        "document.missing", "Send the document as multipart/form-data, in a field named 'file'.", Field: "file");

    private static readonly Refusal CutOff = new(
        "body.cut-off", "The upload ends before its last boundary, or the boundary its Content-Type names is not the one between its parts.", Field: "file");

    /// <summary>The document as it is kept, or why it is not.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The complaint as the address names it.</param>
    /// <param name="admit">Asked with the short fields before the first byte of the file: why it is not taken, or what makes sending it twice the same as once.</param>
    /// <param name="cancellationToken">Stops while it is read.</param>
    public async Task<Result<DocumentResponse>> TakeAsync(
        HttpRequest http,
        string id,
        Func<IReadOnlyDictionary<string, string>, Task<(Refusal? Why, Func<string, RepeatableRequest>? Repeatable)>> admit,
        CancellationToken cancellationToken)
    {
        if (BoundaryOf(http) is not { } boundary)
        {
            return new Refusal("body.wrong-type", Missing.Message, Field: "file");
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await handler.FindAsync(id, caller, http.ContentLength, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
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
                    var (why, repeatable) = await admit(fields);
                    var upload = new Upload(name, section.Body, async () => isRead = await IsLastAsync(reader, cancellationToken));
                    return why is null ? await handler.HandleAsync(stored, upload, caller, repeatable, cancellationToken) : why;
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
