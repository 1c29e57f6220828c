namespace Complaints.Storage.Vault;

/// <summary>
/// The two vaults: who is behind a complaint and what they told, and apart from it, in a table and under keys of its own, what was done to people because of it.
/// </summary>
/// <param name="Identities">Names, contacts, narratives, notes, file names; its data keys also encrypt the documents.</param>
/// <param name="Retaliation">Notes about pressure put on people, for readers of their own.</param>
public sealed record Vaults(VaultStore Identities, VaultStore Retaliation)
{
    /// <summary>Erases all that both hold of a complaint, and takes nothing for it any more. Repeating it changes nothing.</summary>
    public Task EraseAsync(string complaintId, CancellationToken cancellationToken) => Task.WhenAll(
        Identities.EraseAsync(complaintId, cancellationToken), Retaliation.EraseAsync(complaintId, cancellationToken));
}
