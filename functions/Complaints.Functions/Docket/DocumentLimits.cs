using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Storage.Evidence;

namespace Complaints.Functions.Docket;

/// <summary>How large documents may be.</summary>
/// <param name="Document">The largest document, in bytes.</param>
/// <param name="Complaint">All documents of one complaint together, in bytes.</param>
internal sealed record DocumentLimits(long Document, long Complaint)
{
    /// <summary>What a form needs around its file: boundaries, names, a few other fields.</summary>
    private const int FormAround = 64 * 1024;

    /// <summary>How large the next document of a complaint may be.</summary>
    public Allowance For(Complaint complaint) => For(complaint.Documents.Sum(each => each.Size));

    /// <summary>How large the next document may be beside others that have so many bytes together.</summary>
    public Allowance For(long others)
    {
        var left = Math.Max(0, Complaint - others);
        return left < Document ? new Allowance(left, Full(left)) : new Allowance(Document, TooLarge);
    }

    /// <summary>Why a document of so many bytes is not taken; null if it is.</summary>
    public Refusal? Refuse(Complaint complaint, long bytes) => For(complaint) is var allowance && bytes > allowance.Bytes ? allowance.Over : null;

    /// <summary>Why a form of so many bytes is not even read; null if it is, or if nobody knows how long it will be.</summary>
    public Refusal? RefuseBody(Complaint complaint, long? bytes) => bytes is { } known ? Refuse(complaint, known - FormAround) : null;

    private Refusal TooLarge => new(
        "document.too-large",
        $"The document has more than {Document} bytes ({Mega(Document)} MB), the most that one may have. Split it, or send a smaller copy; keep the original.",
        Field: "file")
    {
        Named = Mega(Document),
    };

    private Refusal Full(long left) => new(
        "document.complaint-full",
        $"The documents of one complaint may have {Complaint} bytes ({Mega(Complaint)} MB) together, of which {left} ({Mega(left)} MB) are left. "
            + "Send a smaller copy, or record what goes beyond as a complaint of its own.",
        Field: "file")
    {
        Named = $"{Mega(left)} / {Mega(Complaint)}",
    };

    private static string Mega(long bytes) => (bytes / (1024m * 1024m)).ToString("0.##", CultureInfo.InvariantCulture);
}
