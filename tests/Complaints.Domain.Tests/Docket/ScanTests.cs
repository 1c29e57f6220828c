using Complaints.Domain.Docket;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>What a virus scanner says of a document, as the record keeps it.</summary>
public sealed class ScanTests
{
    [Fact]
    public void Scan_DocumentInQuarantine_KeepsTheVerdictAndItsDate()
    {
        var complaint = With(Scans.Quarantined);

        var scanned = complaint.Scan(1, Scans.Infected, "Test.Canary", At("2020-12-06 09:00"))!;

        Assert.True(scanned.IsAllowed(out var change));
        Assert.Equal(Scans.Infected, change.Complaint.Documents.Single().Scan);
        var last = change.Events.Single();
        Assert.Equal((DocketEvent.Timer, At("2020-12-06 09:00"), new DocumentScanned(1, Scans.Infected, "Test.Canary")), (last.By, last.At, last.What));
    }

    // A clock that was set back must not put the verdict before the document.
    [Fact]
    public void Scan_ClockSetBack_StillFollowsTheDocument()
    {
        Assert.True(With(Scans.Quarantined).Scan(1, Scans.Clean, null, At("2020-12-05 09:30"))!.IsAllowed(out var change));
        Assert.Equal(Scans.Clean, change.Complaint.Documents.Single().Scan);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(Scans.Clean, 1)]
    [InlineData(Scans.Infected, 1)]
    [InlineData(Scans.Quarantined, 2)]
    public void Scan_DocumentThatDoesNotWait_ChangesNothing(string? scan, int number) =>
        Assert.Null(With(scan).Scan(number, Scans.Clean, null, At("2020-12-06 09:00")));

    [Fact]
    public void From_VerdictOnADocumentThatIsNotThere_DoesNotReplay()
    {
        var complaint = With(Scans.Quarantined);
        DocketEvent[] history = [.. complaint.History, complaint.History[^1] with { Seq = 3, What = new DocumentScanned(2, Scans.Clean) }];

        Assert.Contains("document.none", Assert.Throws<InvalidOperationException>(() => Complaint.From(complaint.Id, complaint.Law, history)).Message, StringComparison.Ordinal);
    }

    private static Complaint With(string? scan)
    {
        var added = AComplaint.AgainstResolution().Complaint.AddDocument(new string('a', 64), 12, "application/pdf", "upload", scan, At("2020-12-05 10:00"), "o1");
        return added.IsAllowed(out var change) ? change.Complaint : throw new InvalidOperationException();
    }
}
