using System.Globalization;
using Complaints.Domain;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>A document of which no copy without hidden data can be made; it is refused, never passed through.</summary>
internal sealed class CannotStripException(Refusal refusal) : Exception(refusal.Message)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>Its structure cannot be followed to its end.</summary>
    public static CannotStripException Damaged(string where) => new(new Refusal(
        "document.copy-damaged",
        $"The document is damaged or cut off ({where}), so no copy without hidden data can be made. Take the original, or ask for a whole one.",
        Field: "copy"));

    /// <summary>A password or a signature stands before its content.</summary>
    public static CannotStripException Locked() => new(new Refusal(
        "document.copy-locked",
        "The document is locked by a password, so no copy without hidden data can be made. Add it once more without the password.",
        Field: "copy"));

    /// <summary>It holds a part whose own hidden data nobody here knows how to remove.</summary>
    public static CannotStripException Hidden(string part) => new(new Refusal(
        "document.copy-hidden",
        string.Create(CultureInfo.InvariantCulture, $"The document holds a part that cannot be cleaned of hidden data ({part}), so no copy for sharing is made. Print it to PDF and add that."),
        Field: "copy")
    {
        Named = part,
    });
}
