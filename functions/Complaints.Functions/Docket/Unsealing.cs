using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket;

/// <summary>The one way to what the vaults and documents hold: a purpose is named, and the read is written down before anything is opened. No row, no answer.</summary>
internal sealed class Unsealing(ReadLog reads, TimeProvider time)
{
    private static readonly string Known = string.Join(", ", VaultRead.Purposes);

    /// <summary>Writes down what somebody is about to be shown; refused where they may not see it for this purpose.</summary>
    /// <param name="complaint">The complaint, which the caller may open.</param>
    /// <param name="purpose">What for; the one whose complaint it is need not say.</param>
    /// <param name="items">What is to be opened, as the log calls it.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops before it is written down.</param>
    public async Task<Result<VaultRead>> WriteDownAsync(
        Complaint complaint, string? purpose, IReadOnlyList<string> items, Caller caller, CancellationToken cancellationToken)
    {
        var isOwn = complaint.KeptBy == caller.Pseudonym;
        var named = string.IsNullOrEmpty(purpose) && isOwn ? VaultRead.OwnComplaint : purpose;

        return (Refuse(named, isOwn) ?? complaint.WhySealed(named!)) is { } refusal
            ? refusal
            : await reads.AddAsync(complaint, time.Now(), caller.Pseudonym, named!, items, cancellationToken);
    }

    private static Refusal? Refuse(string? purpose, bool isOwn) =>
        string.IsNullOrEmpty(purpose) ? new Refusal("purpose.missing", $"Say what for: 'purpose' is one of {Known}.", Field: "purpose")
        : !VaultRead.Purposes.Contains(purpose) ? new Refusal("purpose.unknown", $"'{purpose}' is not one of: {Known}.", Field: "purpose")
        : purpose == VaultRead.OwnComplaint && !isOwn
            ? new Refusal("purpose.not-yours", "This complaint is not yours. Name what you need it for.", Field: "purpose")
        : null;
}
