using System.IO;
using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Complaints.Functions.Docket.Documents;

internal sealed class AddDocumentFunction(AddDocumentHandler handler)
{
    private static readonly Refusal Missing = new(
        "document.missing", "Send the document as multipart/form-data, in a field named 'file'.", Field: "file");

    [Function("AddDocument")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/documents")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and <= 200 } boundary)
        {
            return Problems.From([new Refusal("body.wrong-type", Missing.Message, Field: "file")]);
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await handler.FindAsync(id, caller, http.ContentLength, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return Problems.From(found.Refusals);
        }

        var isRead = false;

        try
        {
            var reader = new MultipartReader(boundary, http.Body);

            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (NameOf(section) is { } name)
                {
                    var upload = new Upload(name, section.Body, async () => isRead = await IsLastAsync(reader, cancellationToken));
                    var added = await handler.HandleAsync(stored, upload, caller, http.RepeatableUpload(caller.Pseudonym), cancellationToken);
                    return added.IsAllowed(out var document)
                        ? Answers.Json(document, StatusCodes.Status201Created)
                        : Problems.From(added.Refusals);
                }
            }
        }
        catch (Exception e) when (!isRead && e is InvalidDataException or IOException && !cancellationToken.IsCancellationRequested && e is not BadHttpRequestException)
        {
            return Problems.Unreadable(new Refusal(
                "body.cut-off", "The upload ends before its last boundary, or the boundary its Content-Type names is not the one between its parts.", Field: "file"));
        }

        return Problems.From([Missing]);
    }

    /// <summary>The file name of a section that holds a file in the field 'file'; null for any other.</summary>
    private static string? NameOf(MultipartSection section) =>
        section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition() && disposition.Name == "file"
            ? disposition.FileNameStar.Value ?? FileName.FromForm(disposition.FileName.Value ?? "")
            : null;

    private static async Task<bool> IsLastAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (NameOf(section) is not null)
            {
                return false;
            }
        }

        return true;
    }
}
