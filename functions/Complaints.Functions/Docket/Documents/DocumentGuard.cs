using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;

namespace Complaints.Functions.Docket.Documents;

/// <summary>Whether a document may be given out: what the virus scanner said, and whether the reader has seen what the law says of recordings.</summary>
internal static class DocumentGuard
{
    private static readonly Refusal Infected = new(
        "document.infected",
        "The virus scanner found something in this document, so nobody can open it here. Whoever has the file cleans it, or prints it to PDF, and sends that.",
        Field: "n");

    private static readonly Refusal Quarantined = new(
        "document.quarantined",
        "The virus scanner has not seen this document yet. It opens as soon as it is found clean; until then only for whoever sent it. Try again in a few minutes.",
        Field: "n");

    /// <summary>Why a document is not given to a caller; null if it is.</summary>
    public static Refusal? Refuse(Complaint complaint, DocumentAdded document, Caller caller, bool isWarned) =>
        document.Scan is Scans.Infected ? Infected
        : document.Scan is Scans.Quarantined && complaint.AdditionOf(document.Number)?.By != caller.Pseudonym ? Quarantined
        : Recordings.Has(document) && !isWarned ? Recordings.Warning
        : null;
}
