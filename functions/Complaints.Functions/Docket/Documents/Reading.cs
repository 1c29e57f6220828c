using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;

namespace Complaints.Functions.Docket.Documents;

/// <summary>Whether a document may be given out: what the virus scanner said, and whether the reader has seen what the law says of recordings.</summary>
internal static class Reading
{
    /// <summary>Where the limit on recordings is told.</summary>
    public const string Citation = "ODIHR LEOM, Statement of Preliminary Findings and Conclusions, 11 January 2021, note 60";

    /// <summary>The refusal of a recording whose reader has not said that the warning was read.</summary>
    public static readonly Refusal WarningNotSeen = new(
        "document.warning-not-seen",
        "The recorded material can be used only as evidence material in civil, administrative and criminal cases; its publication and dissemination are "
            + "prohibited. Read this, then ask again with ?warned=true.",
        Citation,
        "warned");

    private static readonly Refusal Infected = new(
        "document.infected",
        "The virus scanner found something in this document, so nobody can open it here. Whoever has the file cleans it, or prints it to PDF, and sends that.",
        Field: "n");

    private static readonly Refusal Quarantined = new(
        "document.quarantined",
        "The virus scanner has not seen this document yet. It opens as soon as it is found clean; until then only for whoever sent it. Try again in a few minutes.",
        Field: "n");

    /// <summary>Whether it is a recording of what somebody saw: video and pictures. A screenshot or scan may be one, so every picture counts.</summary>
    public static bool IsRecording(DocumentAdded document) =>
        document.Type.StartsWith("image/", StringComparison.Ordinal) || document.Type.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Why a document is not given to a caller; null if it is.</summary>
    public static Refusal? Refuse(Complaint complaint, DocumentAdded document, Caller caller, bool isWarned) =>
        document.Scan is Scans.Infected ? Infected
        : document.Scan is Scans.Quarantined && complaint.AdditionOf(document.Number)?.By != caller.Pseudonym ? Quarantined
        : IsRecording(document) && !isWarned ? WarningNotSeen
        : null;
}
