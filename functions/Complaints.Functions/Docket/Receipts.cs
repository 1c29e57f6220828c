using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Docket;

/// <summary>Issues receipts, and only of what its events bear out: a head that was changed in its table must not get a signature.</summary>
internal sealed partial class Receipts(DocketStore docket, LawShelf shelf, ReceiptKeys keys, TimeProvider time, ILogger<Receipts> logger)
{
    private static readonly Refusal Broken = new(
        "record.broken", "What is kept of this complaint does not hold together: its events and its head tell different things. Nothing is signed. Tell the people who run the tracker.");

    /// <summary>A receipt for a complaint as it was read.</summary>
    public async Task<Result<SignedReceipt>> IssueAsync(Stored<Complaint> stored, CancellationToken cancellationToken)
    {
        if (!await docket.HoldsAsync(stored, cancellationToken))
        {
            Log.Broken(logger, stored.Value.Reference);
            return Broken;
        }

        return keys.Issue(stored.Value, stored.LastHash, await shelf.EveryOfAsync(stored.Value, cancellationToken), time.Now());
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The events of {Reference} are not those of its head: no receipt was signed. Check its election with complaints-verify.")]
        public static partial void Broken(ILogger logger, string reference);
    }
}
