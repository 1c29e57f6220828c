using Complaints.Domain.Rulebooks;
using Complaints.Storage;
using Complaints.Storage.Docket;
using Complaints.Storage.Rulebooks;
using Complaints.Verifier.Chains;

namespace Complaints.Verifier.Elections;

/// <summary>Checks the record of a whole election in its tables, and changes nothing there.</summary>
internal static class ElectionCheck
{
    /// <exception cref="InvalidOperationException">There is no such election.</exception>
    public static async Task<Verdict> OfAsync(string connection, string id, GivenReceipts receipts, CancellationToken cancellationToken)
    {
        var account = new StorageAccount(connection);
        using var elections = new ElectionStore(account.Elections, TimeProvider.System);
        var election = await elections.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no election {id}.");
        var scan = new RecordScan(account.Docket);
        var rules = new RecordRules(election, new LawShelf(ShippedLaw.Rulebooks, new RulebookStore(account.Rulebooks)), receipts);
        var (complaints, events, reads) = (0, 0, 0);

        if (receipts.FirstFaultIn(election.Id) is { } forged)
        {
            return Verdict.Bad(forged);
        }

        foreach (var shard in RecordScan.Shards)
        {
            await foreach (var found in scan.AllAsync(election, shard, cancellationToken))
            {
                if (await rules.FirstFaultAsync(found, cancellationToken) is not null
                    && await rules.FirstFaultAsync(await scan.AgainAsync(election, shard, found.Id, cancellationToken), cancellationToken) is { } fault)
                {
                    return Verdict.Bad($"{found.Id}: {fault}");
                }

                complaints++;
                events += found.Events.Count;
                reads += found.Reads.Count;
            }
        }

        return receipts.FirstMissing() is { } missing ? Verdict.Bad(missing) : Verdict.Well(FormattableString.Invariant(
            $"{election.Id}, {complaints} complaints, {events} events, {reads} reads, every chain whole and every head the fold of its events{(receipts.Count is { } count ? $", {count} receipts fit" : null)}"));
    }
}
