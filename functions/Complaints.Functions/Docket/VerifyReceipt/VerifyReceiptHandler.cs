using Complaints.Domain.Docket;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.VerifyReceipt;

/// <summary>Checks a receipt: the signature first, and only for one that is genuine is anything looked up.</summary>
internal sealed class VerifyReceiptHandler(DocketStore docket, ReceiptKeys keys)
{
    public async Task<VerifyReceiptResponse> HandleAsync(VerifyReceiptRequest request, CancellationToken cancellationToken) =>
        keys.Signed(request.Receipt!.Value, request.Signature!) is not { } receipt ? new VerifyReceiptResponse(false, null, null)
        : new VerifyReceiptResponse(
            true,
            receipt.Key,
            Reference.Parse(receipt.Complaint).IsAllowed(out var reference) && await docket.HoldsAsync(reference, receipt.Version, receipt.Hash, cancellationToken));
}

/// <summary>What there is to say of a receipt, and nothing of its complaint.</summary>
/// <param name="IsSigned">Whether a key of this tracker signed just this.</param>
/// <param name="Key">The key; null where none did.</param>
/// <param name="IsInRecord">Whether the record has that hash at that version still; null where it is not signed, for then nobody looked.</param>
internal sealed record VerifyReceiptResponse(bool IsSigned, string? Key, bool? IsInRecord);
