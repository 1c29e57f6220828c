using System.IO;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;

namespace Complaints.Functions.Docket.Documents;

/// <summary>Keeps a document: blob, then its name in the vault, then the record; only the record makes it true.</summary>
internal sealed class AddDocumentHandler(DocketStore docket, EvidenceStore evidence, VaultStore vault, DocumentLimit limit, TimeProvider time)
{
    /// <summary>How often two uploads at once may meet before one is told to try again.</summary>
    private const int Tries = 5;

    public async Task<Result<DocumentResponse>> HandleAsync(
        string id, Upload upload, Caller caller, Func<string, RepeatableRequest>? repeatableFor, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var taken = await evidence.ReceiveAsync(stored.Value.Id, upload.Content, limit.Bytes, cancellationToken);

        if (!taken.IsAllowed(out var received))
        {
            return taken.Refusals;
        }

        if (!await upload.IsLastAsync())
        {
            return new Refusal("document.one-at-a-time", "One document at a time: send each in a request of its own. Nothing was kept.", Field: "file");
        }

        var name = new NamedUpload(Guid.NewGuid().ToString("n"), FileName.Of(upload.Name));
        var repeatable = repeatableFor?.Invoke(received.Sha256);

        for (var tries = 1; ; tries++)
        {
            var saved = await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) is { } answered
                ? LastOf(answered)
                : await SaveAsync(stored, name, received, caller.Pseudonym, repeatable, cancellationToken);

            if (saved.IsAllowed(out var document))
            {
                await evidence.PlaceAsync(stored.Value.Law.Election.Id, stored.Value.Id, document.Number, received, cancellationToken);
                return document;
            }

            // The document is up already: a number taken meanwhile by another upload is no reason to send it again.
            if (saved.Refusals[0] != DocketStore.ChangedMeanwhile || tries == Tries
                || !(await docket.ComplaintAsync(id, caller, cancellationToken)).IsAllowed(out stored))
            {
                return saved.Refusals;
            }
        }
    }

    private static Result<DocumentResponse> LastOf(Result<Complaint> answered) =>
        answered.IsAllowed(out var then) ? DocumentResponse.From(then.Documents[^1], then) : answered.Refusals;

    private async Task<Result<DocumentResponse>> SaveAsync(
        Stored<Complaint> stored, NamedUpload upload, Received received, string caller, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var added = stored.Value.Add(received.Sha256, received.Size, received.Type, upload.Id, now, caller);

        if (!added.IsAllowed(out var change))
        {
            return added.Refusals;
        }

        var document = change.Complaint.Documents[^1];

        if (upload.Name.Length > 0 && !await vault.SealAsync(stored.Value.Id, document.VaultItem, upload.Name, cancellationToken))
        {
            return Erasure.Done;
        }

        var saved = await docket.SaveAsync(stored, change, now, repeatable, cancellationToken);
        return saved.IsAllowed(out _) ? DocumentResponse.From(document, change.Complaint) : saved.Refusals;
    }

    /// <summary>What an upload is called: in the vault, and by whoever sent it.</summary>
    private sealed record NamedUpload(string Id, string Name);
}

/// <summary>A document as it comes in.</summary>
/// <param name="Name">Its file name, for the vault alone.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsLastAsync">Whether no further file comes after it; asked when its bytes have been read.</param>
internal sealed record Upload(string Name, Stream Content, Func<Task<bool>> IsLastAsync);

/// <summary>The largest document that is taken, in bytes.</summary>
internal sealed record DocumentLimit(long Bytes);
