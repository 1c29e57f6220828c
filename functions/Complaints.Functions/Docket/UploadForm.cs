using System.IO;
using Complaints.Domain;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Complaints.Functions.Docket;

/// <summary>A document that one of our pages sends in its field <c>file</c>. The page's token stands before it, so that nothing of a stranger's is even read.</summary>
internal static class UploadForm
{
    /// <summary>Where the token is looked for by whoever checks it: the form itself is never read whole.</summary>
    private const string TokenHeader = "RequestVerificationToken";

    private const int LongestToken = 4_096;

    private static readonly Refusal WrongType = new("body.wrong-type", "Send the document as multipart/form-data, in a field named 'file'.", Field: "file");

    private static readonly Refusal Missing = new("document.missing", "Choose a document.", Field: "file");

    private static readonly Refusal NotOurs = new("form.not-ours", "The form was not sent from a page of this tracker, or the page is too old. Open it again.");

    /// <summary>The document, to be read once; refused if there is none or no page of ours sent it.</summary>
    /// <exception cref="InvalidDataException">The body is not what its type says.</exception>
    /// <exception cref="IOException">The body was cut off.</exception>
    public static async Task<Result<Upload>> ReadAsync(HttpRequest http, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and <= 200 } boundary)
        {
            return WrongType;
        }

        var reader = new MultipartReader(boundary, http.Body);

        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();

            if (disposition?.Name == FormBody.TokenName)
            {
                http.Headers[TokenHeader] = await TokenAsync(section.Body, cancellationToken);
            }
            else if (disposition?.Name == "file")
            {
                return http.Headers[TokenHeader].Count == 0 || !await antiforgery.IsRequestValidAsync(http.HttpContext) ? NotOurs
                    : !disposition.IsFileDisposition() ? Missing
                    : new Upload(
                        disposition.FileNameStar.Value ?? FileName.FromForm(disposition.FileName.Value ?? ""),
                        section.Body,
                        async () => await reader.ReadNextSectionAsync(cancellationToken) is null);
            }
        }

        return Missing;
    }

    private static async Task<string> TokenAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestToken];
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.ASCII.GetString(bytes, 0, count);
    }
}
