using System.IO;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Scanning;
using Complaints.Storage.Vault;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Docket;

/// <summary>Keeps a document: blob, then its name in the vault, then the record; only the record makes it true.</summary>
internal sealed partial class AddDocumentHandler(
    DocketStore docket, EvidenceStore evidence, VaultStore vault, VirusScanner scanner, Quarantine quarantine, DocumentLimits limits, TimeProvider time,
    ILogger<AddDocumentHandler> logger)
{
    /// <summary>The refusal of two files in one request.</summary>
    public static readonly Refusal OneAtATime = new("document.one-at-a-time", "One document at a time: send each in a request of its own. Nothing was kept.", Field: "file");

    /// <summary>How often two uploads at once may meet before one is told to try again.</summary>
    private const int Tries = 20;

    /// <summary>The complaint, if there is room in it for a body of so many bytes: asked before the first of them is read.</summary>
    public async Task<Result<Stored<Complaint>>> FindAsync(string id, Caller caller, long? bytes, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);
        return found.IsAllowed(out var stored) && limits.RefuseBody(stored.Value, bytes) is { } refusal ? refusal : found;
    }

    public async Task<Result<DocumentResponse>> HandleAsync(
        Stored<Complaint> stored, Upload upload, Caller caller, Func<string, RepeatableRequest>? repeatableFor, CancellationToken cancellationToken)
    {
        var id = stored.Value.Id;
        await using var scan = await scanner.BeginAsync(cancellationToken);
        var taken = await evidence.ReceiveAsync(id, upload.Content, limits.For(stored.Value), scan.FeedAsync, cancellationToken);

        if (!taken.IsAllowed(out var received))
        {
            return taken.Refusals;
        }

        if (!await upload.IsLastAsync())
        {
            return OneAtATime;
        }

        var name = new NamedUpload(Guid.NewGuid().ToString("n"), FileName.AsTyped(upload.Name), await JudgeAsync(scan, id, cancellationToken));
        var repeatable = repeatableFor?.Invoke(received.Sha256);

        if (name.Scan is Scans.Quarantined)
        {
            await quarantine.AddAsync(id, name.Id, cancellationToken);
        }

        for (var tries = 1; ; tries++)
        {
            var saved = await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) is { } answered
                ? LastOf(answered)
                : await SaveAsync(stored, name, received, caller.Pseudonym, repeatable, cancellationToken);

            if (saved.IsAllowed(out var document))
            {
                await evidence.PlaceAsync(stored.Value.Law.Election.Id, id, document.Number, received, cancellationToken);
                return document;
            }

            // The document is up already: a number taken meanwhile by another upload is no reason to send it again.
            if (saved.Refusals[0] != DocketStore.ChangedMeanwhile || tries == Tries
                || !(await docket.ComplaintAsync(id, caller, cancellationToken)).IsAllowed(out var changed))
            {
                return saved.Refusals;
            }

            stored = changed;
        }
    }

    private async Task<string?> JudgeAsync(ScanSession scan, string id, CancellationToken cancellationToken)
    {
        var verdict = await scan.EndAsync(cancellationToken);

        if (verdict.Why is { } why)
        {
            Log.NotScanned(logger, id, why);
        }

        if (verdict.Found is { } what)
        {
            Log.Found(logger, what, id);
        }

        return verdict.Scan;
    }

    private static Result<DocumentResponse> LastOf(Result<Complaint> answered) =>
        answered.IsAllowed(out var then) ? DocumentResponse.From(then.Documents[^1], then) : answered.Refusals;

    private async Task<Result<DocumentResponse>> SaveAsync(
        Stored<Complaint> stored, NamedUpload upload, Received received, string caller, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        // Another upload may have taken the room meanwhile.
        if (limits.Refuse(stored.Value, received.Size) is { } full)
        {
            return full;
        }

        var now = time.Now();
        var added = stored.Value.AddDocument(received.Sha256, received.Size, received.Type, upload.Id, upload.Scan, now, caller);

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

    /// <summary>What an upload is called: in the vault, and by whoever sent it; and what the scanner said of it.</summary>
    private sealed record NamedUpload(string Id, string Name, string? Scan);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A document of {Complaint} is quarantined, for the virus scanner gave no verdict: {Why}")]
        public static partial void NotScanned(ILogger logger, string complaint, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The virus scanner found {What} in a document of {Complaint}; nobody can open it.")]
        public static partial void Found(ILogger logger, string what, string complaint);
    }
}

/// <summary>A document as it comes in.</summary>
/// <param name="Name">Its file name, for the vault alone.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsLastAsync">Whether no further file comes after it; asked when its bytes have been read.</param>
internal sealed record Upload(string Name, Stream Content, Func<Task<bool>> IsLastAsync);
