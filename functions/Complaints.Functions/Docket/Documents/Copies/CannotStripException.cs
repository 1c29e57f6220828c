using System.Globalization;
using Complaints.Domain;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>A document of which no copy without hidden data can be made; it is refused, never passed through.</summary>
internal sealed class CannotStripException(Refusal refusal, string part = "") : Exception(refusal.Message)
{
    private const string LockedCode = "document.copy-locked";
    private const string HiddenCode = "document.copy-hidden";
    private const string TooLargeCode = "document.copy-too-large";

    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>Its structure cannot be followed to its end.</summary>
    public static CannotStripException Damaged(string where) => new(new Refusal(
        "document.copy-damaged",
        $"The document is damaged or cut off ({where}), so no copy without hidden data can be made. Take the original, or ask for a whole one.",
        Field: "copy"), where);

    /// <summary>A password or a signature stands before its content.</summary>
    public static CannotStripException Locked() => new(new Refusal(
        LockedCode,
        "The document is locked by a password, so no copy without hidden data can be made. Add it once more without the password.",
        Field: "copy"));

    /// <summary>It holds a part whose own hidden data nobody here knows how to remove.</summary>
    public static CannotStripException Hidden(string part) => new(new Refusal(
        HiddenCode,
        string.Create(CultureInfo.InvariantCulture, $"The document holds a part that cannot be cleaned of hidden data ({part}), so no copy for sharing is made. Print it to PDF and add that."),
        Field: "copy")
    {
        Named = part,
    }, part);

    /// <summary>To make its copy takes more memory or time than one may have.</summary>
    public static CannotStripException TooLarge() => new(new Refusal(
        TooLargeCode,
        "A copy without hidden data of this document takes more memory or time than one may have, so none is made. Split it, or print it to PDF in parts, and add those.",
        Field: "copy"));

    /// <summary>The reason as one process tells it another.</summary>
    public string ToText() => $"{Refusal.Code} {part}";

    /// <summary>The reason that another process told.</summary>
    public static CannotStripException Parse(string text) => text.Split(' ', 2) switch
    {
        [LockedCode, _] => Locked(),
        [TooLargeCode, _] => TooLarge(),
        [HiddenCode, var part] => Hidden(part),
        [_, var where] => Damaged(where),
        _ => Damaged("?"),
    };
}
