using System.IO;
using System.Security.Cryptography;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Scanning;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Complaints.Functions.Docket.Scan;

/// <summary>Shows the documents in quarantine to the virus scanner, and keeps what it says in their record.</summary>
internal sealed partial class ScanDocumentsHandler(
    DocketStore docket, EvidenceStore evidence, Quarantine quarantine, VirusScanner scanner, TimeProvider time, ILogger<ScanDocumentsHandler> logger)
{
    private const int PieceBytes = 64 * 1024;

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var (judged, waiting) = (0, 0);

        await foreach (var awaited in quarantine.AllAsync(cancellationToken))
        {
            if (await TryAsync(awaited, cancellationToken))
            {
                judged++;
            }
            else
            {
                waiting++;
            }
        }

        Log.Scanned(logger, judged, waiting);
    }

    /// <summary>One document that cannot be read holds up no other.</summary>
    private async Task<bool> TryAsync(AwaitedScan awaited, CancellationToken cancellationToken)
    {
        try
        {
            return await JudgeAsync(awaited, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or CryptographicException)
        {
            Log.NotReadable(logger, e, awaited.ComplaintId);
            return false;
        }
    }

    /// <summary>True when the upload waits no more.</summary>
    private async Task<bool> JudgeAsync(AwaitedScan awaited, CancellationToken cancellationToken)
    {
        var stored = Reference.Parse(awaited.ComplaintId).IsAllowed(out var reference) ? await docket.FindAsync(reference, cancellationToken) : null;

        if (stored?.Value.Documents.FirstOrDefault(each => each.Upload == awaited.Upload) is not { } document)
        {
            // Its event may still be on its way; after a day it is not.
            return awaited.Since < time.Now() - Duration.FromDays(1) && await RemoveAsync(awaited, cancellationToken);
        }

        if (document.Scan is not Scans.Quarantined || stored.Value.IsErased)
        {
            return await RemoveAsync(awaited, cancellationToken);
        }

        var verdict = await ShowAsync(stored.Value, document, cancellationToken);
        var now = time.Now();

        return verdict is { Scan: Scans.Clean or Scans.Infected }
            && stored.Value.Scan(document.Number, verdict.Scan, verdict.Found, now) is { } scanned
            && scanned.IsAllowed(out var change)
            && (await docket.SaveAsync(stored, change, now, null, cancellationToken)).IsAllowed(out _)
            && await RemoveAsync(awaited, cancellationToken);
    }

    private async Task<bool> RemoveAsync(AwaitedScan awaited, CancellationToken cancellationToken)
    {
        await quarantine.RemoveAsync(awaited, cancellationToken);
        return true;
    }

    private async Task<Verdict?> ShowAsync(Complaint complaint, DocumentAdded document, CancellationToken cancellationToken)
    {
        await using var session = await scanner.BeginAsync(cancellationToken);
        await using var content = await evidence.OpenReadAsync(complaint.Law.Election.Id, complaint.Id, document.Number, document.Sha256, cancellationToken);

        if (!session.IsOpen || content is null)
        {
            return null;
        }

        var piece = new byte[PieceBytes];

        for (int count; (count = await content.ReadAsync(piece, cancellationToken)) > 0;)
        {
            await session.FeedAsync(piece.AsMemory(0, count), cancellationToken);
        }

        return await session.EndAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Scanned for viruses: {Judged} documents out of quarantine, {Waiting} still wait.")]
        public static partial void Scanned(ILogger logger, int judged, int waiting);

        [LoggerMessage(Level = LogLevel.Error, Message = "A document of {Complaint} waits for the virus scanner and cannot be read.")]
        public static partial void NotReadable(ILogger logger, Exception exception, string complaint);
    }
}
