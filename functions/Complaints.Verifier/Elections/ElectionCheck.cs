using Complaints.Domain.Rulebooks;
using Complaints.Storage;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Rulebooks;
using Complaints.Storage.Vault;
using Complaints.Verifier.Chains;

namespace Complaints.Verifier.Elections;

/// <summary>Checks the record of a whole election in its tables, and its documents; it changes nothing there.</summary>
internal static class ElectionCheck
{
    /// <summary>The verdict on an election.</summary>
    /// <param name="connection">The connection string of the account.</param>
    /// <param name="id">The election.</param>
    /// <param name="variable">The environment variable with the vault's wrapping keys, with which documents are opened; null where they are not to be.</param>
    /// <param name="receipts">What it is held against.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no such election, or no such variable.</exception>
    /// <exception cref="FormatException">The variable holds no wrapping keys; the message repeats none.</exception>
    public static async Task<Verdict> OfAsync(string connection, string id, string? variable, GivenReceipts receipts, CancellationToken cancellationToken)
    {
        var account = new StorageAccount(connection);
        using var elections = new ElectionStore(account.Elections, TimeProvider.System);
        var election = await elections.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no election {id}.");
        var scan = new RecordScan(account.Docket);
        var documents = new DocumentRules(election, new EvidenceScan(account.Evidence, variable is null ? null : new VaultStore(account.Vault, KeysIn(variable))));
        var rules = new RecordRules(election, new LawShelf(ShippedLaw.Rulebooks, new RulebookStore(account.Rulebooks)), documents, receipts);
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
            $"{election.Id}, {complaints} complaints, {events} events, {reads} reads, every chain whole and every head the fold of its events, {documents.Counts}{(receipts.Count is { } count ? $", {count} receipts fit" : null)}"));
    }

    private static VaultKeys KeysIn(string variable) =>
        VaultKeys.Parse(Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"The environment variable {variable} is not set."));
}
