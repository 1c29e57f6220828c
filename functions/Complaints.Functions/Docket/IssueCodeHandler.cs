using System.Security.Cryptography;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Codes;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket;

/// <summary>
/// Issues the receipt code of a complaint in place of the one before. It is said once, to whoever asked; only its slow hash is kept. A repeated request is answered
/// with the same code while that is the one that holds.
/// </summary>
internal sealed class IssueCodeHandler(DocketStore docket, CodeStore codes, CodeSecret secret, Receipts receipts, Hashing hashing, TimeProvider time)
{
    private const int Tries = 5;
    private const int KeyBytes = 16;

    private static readonly Refusal Replaced = new(
        "code.replaced", "This request was answered with a code that a newer one has replaced, or that was made under another secret. Ask for a new code under a new key.", Field: "Idempotency-Key");

    /// <summary>Issues a code.</summary>
    /// <param name="id">The complaint, as the caller names it.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="door">The name of the door.</param>
    /// <param name="key">What marks the request as one that may be repeated; null if nothing does.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Result<IssuedCode>> HandleAsync(string id, Caller caller, string door, string? key, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        if (stored.Value.IsErased)
        {
            return Erasure.Done;
        }

        // Before a code is replaced: the page shows both, and without a receipt the new code would be said to nobody.
        var receipted = await receipts.IssueAsync(stored, cancellationToken);

        if (!receipted.IsAllowed(out var receipt))
        {
            return receipted.Refusals;
        }

        var request = new CodeRequest(caller.Pseudonym, door, stored.Value.Id, key ?? RandomNumberGenerator.GetHexString(KeyBytes * 2));
        var code = secret.CodeFor(request);
        SlowHash? hash = null;

        for (var tries = 0; tries < Tries; tries++)
        {
            var kept = await codes.FindAsync(stored.Value.Id, cancellationToken);

            if (kept?.Answered(request.Mark) is true)
            {
                return await hashing.RunAsync(() => kept.Hash.Fits(code.Plain), cancellationToken) ? new IssuedCode(stored.Value, code, receipt) : Replaced;
            }

            hash ??= await hashing.RunAsync(() => SlowHash.Of(code.Plain), cancellationToken);

            if (await codes.ReplaceAsync(stored.Value.Id, kept, hash, request.Mark, caller.Pseudonym, time.Now(), cancellationToken))
            {
                return new IssuedCode(stored.Value, code, receipt);
            }
        }

        return DocketStore.ChangedMeanwhile;
    }
}

/// <summary>A code that was issued.</summary>
/// <param name="Complaint">The complaint it is for.</param>
/// <param name="Code">The code, to be said once.</param>
/// <param name="Receipt">A receipt for it.</param>
internal sealed record IssuedCode(Complaint Complaint, ReceiptCode Code, SignedReceipt Receipt);
