using System.Text;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Docket;

/// <summary>A receipt with its signature.</summary>
/// <param name="Receipt">What is stated.</param>
/// <param name="Signature">ECDSA over its canonical bytes, r and s one after the other (IEEE P1363), in base64url.</param>
public sealed record SignedReceipt(Receipt Receipt, string Signature)
{
    /// <summary>Both as JSON, the receipt in the very bytes that were signed.</summary>
    public string ToJson() => $$"""{"receipt":{{Encoding.UTF8.GetString(Receipt.Canonical())}},"signature":"{{Signature}}"}""";
}
