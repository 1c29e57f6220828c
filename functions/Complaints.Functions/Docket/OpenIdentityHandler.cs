using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;
using Complaints.Storage.Vault;

namespace Complaints.Functions.Docket;

/// <summary>Opens who is behind a complaint and what they told, once that is written down.</summary>
internal sealed class OpenIdentityHandler(DocketStore docket, Unsealing unsealing, Vaults vaults)
{
    private static readonly Refusal NotAReader = new(
        "retaliation.not-a-reader", "Notes about pressure on people are read by those whom the election's team names for it. Ask an administrator.", Field: "items");

    public async Task<Result<Opened>> HandleAsync(string id, OpenIdentityRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        var complaint = stored.Value;
        IReadOnlyList<string> kinds = request.Items is { Count: > 0 } asked ? asked : VaultItem.Usual;

        if (kinds.Contains(VaultItem.Retaliation) && !caller.ReadsRetaliation(complaint.Law.Election.Id))
        {
            return NotAReader;
        }

        var items = VaultItem.Of(complaint, kinds);
        var written = await unsealing.WriteDownAsync(complaint, request.Purpose, [.. items.Select(each => each.LoggedAs)], caller, cancellationToken);

        if (!written.IsAllowed(out var read))
        {
            return written.Refusals;
        }

        var apart = items.Where(each => each.Kind == VaultItem.Retaliation).ToArray();
        var texts = await vaults.Identities.OpenAsync(complaint.Id, items.Except(apart).Select(each => each.Sealed).ToHashSet(), cancellationToken);
        var ofApart = await vaults.Retaliation.OpenAsync(complaint.Id, apart.Select(each => each.Sealed).ToHashSet(), cancellationToken);
        return new Opened(complaint, read, items, texts.Concat(ofApart).ToDictionary());
    }
}
