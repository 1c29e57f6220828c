using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket;

/// <summary>Issues receipts.</summary>
internal sealed class Receipts(LawShelf shelf, ReceiptKeys keys, TimeProvider time)
{
    /// <summary>A receipt for a complaint as it was read.</summary>
    public async Task<Result<SignedReceipt>> IssueAsync(Stored<Complaint> stored, CancellationToken cancellationToken) =>
        keys.Issue(stored.Value, stored.LastHash, await shelf.EveryOfAsync(stored.Value, cancellationToken), time.Now());
}
