using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>Finds all that a bundle holds. The events come one after the other while the bundle is sent.</summary>
internal sealed class ReadBundleHandler(DocketStore docket, LawShelf shelf, Receipts receipts)
{
    public async Task<Result<BundleContents>> HandleAsync(string id, Caller caller, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var complaint = stored.Value;

        if (complaint.WhyNoBundle(caller) is { } kept)
        {
            return kept;
        }

        var issued = await receipts.IssueAsync(stored, cancellationToken);

        return issued.IsAllowed(out var receipt)
            ? new BundleContents(
                complaint, receipt, await shelf.EveryOfAsync(complaint, cancellationToken), docket.KeptAsync(complaint, cancellationToken), receipt.Receipt.IssuedAt)
            : issued.Refusals;
    }
}
