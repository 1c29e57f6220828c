using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Documents;

/// <summary>Takes one document of a complaint as it streams in.</summary>
internal sealed class UploadDoor(AddDocumentHandler handler)
{
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
        if (UploadBody.WhyNone(http) is { } none)
        {
            return none;
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await handler.FindAsync(id, caller, http.ContentLength, cancellationToken);

        return found.IsAllowed(out var stored) ? await UploadBody.TakeAsync(http, HandleAsync, cancellationToken) : found.Refusals;

        async Task<Result<DocumentResponse>> HandleAsync(IReadOnlyDictionary<string, string> fields, Upload upload)
        {
            var (why, repeatable) = await admit(fields);
            return why is null ? await handler.HandleAsync(stored, upload, caller, repeatable, cancellationToken) : why;
        }
    }
}
