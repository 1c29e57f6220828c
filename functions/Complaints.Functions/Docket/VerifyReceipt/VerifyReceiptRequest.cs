using System.Text.Json;

namespace Complaints.Functions.Docket.VerifyReceipt;

/// <summary>A receipt as somebody holds it. Until its signature is checked nothing in it is read but the name of the key.</summary>
internal sealed record VerifyReceiptRequest(JsonElement? Receipt, string? Signature);
