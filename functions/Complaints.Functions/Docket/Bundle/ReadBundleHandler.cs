using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>Finds all that a bundle holds. The events come one after the other while the bundle is sent.</summary>
internal sealed class ReadBundleHandler(DocketStore docket, LawShelf shelf, Receipts receipts)
{
    /// <summary>The chain needs every event, and the event says that pressure was reported and when: that leaves the tracker by the hand of a reader alone.</summary>
    private static readonly Refusal TellsOfPressure = new(
        "bundle.tells-of-retaliation",
        "This record says that somebody was put under pressure, and when; a bundle would carry that out. Ask a reader of retaliation notes, whom the team of the election names.");

    public async Task<Result<BundleContents>> HandleAsync(string id, Caller caller, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var complaint = stored.Value;

        if (complaint.WhyKeptHere() is { } kept)
        {
            return kept;
        }

        if (complaint.History.Any(each => each.What is FactNoted { Fact: FactKind.Retaliation }) && !caller.ReadsRetaliation(complaint.Law.Election.Id))
        {
            return TellsOfPressure;
        }

        var issued = await receipts.IssueAsync(stored, cancellationToken);

        return issued.IsAllowed(out var receipt)
            ? new BundleContents(
                complaint, receipt, await shelf.EveryOfAsync(complaint, cancellationToken), docket.KeptAsync(complaint, cancellationToken), receipt.Receipt.IssuedAt)
            : issued.Refusals;
    }
}
