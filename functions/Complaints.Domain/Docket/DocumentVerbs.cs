using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>What a virus scanner may have said of a document.</summary>
public static class Scans
{
    /// <summary>No scanner was asked: there was none.</summary>
    public const string None = "none";

    /// <summary>A scanner read it to its end and found nothing.</summary>
    public const string Clean = "clean";

    /// <summary>A scanner was to be asked and has not spoken yet.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>A scanner found something.</summary>
    public const string Infected = "infected";
}

/// <summary>What becomes of a complaint's documents.</summary>
public static class DocumentVerbs
{
    /// <summary>Adds a document that has been stored, under the name of its upload.</summary>
    public static Result<Change> AddDocument(
        this Complaint complaint, string sha256, long size, string type, string upload, string? scan, Instant now, string by) =>
        complaint.IsErased ? Erasure.Done
        : complaint.With(new DocumentAdded(complaint.Documents.Count + 1, sha256, size, type, upload, scan), now, now, by);

    /// <summary>Keeps what a scanner said of a document that waited for it; null if it does not wait.</summary>
    public static Result<Change>? Scan(this Complaint complaint, int number, string scan, string? found, Instant now) =>
        complaint.AdditionOf(number) is not { } added || complaint.Documents.First(each => each.Number == number).Scan != Scans.Quarantined ? null
        : complaint.With(new DocumentScanned(number, scan, found), Instant.Max(now, added.At), now, DocketEvent.Timer);

    /// <summary>The event by which a document came in; null if there is no such document.</summary>
    public static DocketEvent? AdditionOf(this Complaint complaint, int number) =>
        complaint.History.FirstOrDefault(each => each.What is DocumentAdded added && added.Number == number);

    /// <summary>The number of the first document with the same content; null if this is the first.</summary>
    public static int? SameAs(this Complaint complaint, DocumentAdded document) =>
        complaint.Documents.FirstOrDefault(each => each.Sha256 == document.Sha256) is { } first && first.Number != document.Number ? first.Number : null;

    /// <summary>Puts a verdict to the document it is about; refused if there is none.</summary>
    internal static IReadOnlyList<Refusal> Judge(this DocumentScanned scanned, List<DocumentAdded> documents)
    {
        if (documents.FindIndex(each => each.Number == scanned.Document) is not (>= 0 and var at))
        {
            return [new Refusal("document.none", $"There is no document {scanned.Document} at that date.", Field: "document")];
        }

        documents[at] = documents[at] with { Scan = scanned.Scan };
        return [];
    }

    private static Result<Change> With(this Complaint complaint, Happening what, Instant at, Instant now, string by) =>
        Appending.To(complaint, [new DocketEvent(complaint.Version + 1, at, now, by, null, what)], now, by);
}
