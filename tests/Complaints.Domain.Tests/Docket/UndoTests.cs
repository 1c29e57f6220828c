using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The last own step can be taken back for a quarter of an hour, unless somebody acted on it.</summary>
public sealed class UndoTests
{
    private static readonly string Somebody = AComplaint.AgainstPrecinct().Complaint.RecordedBy;

    [Fact]
    public void Undo_TheLastStep_StrikesItOutAndKeepsBoth()
    {
        var filed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Withdraw, "2021-01-13 10:00");
        var now = filed.Complaint.History[^1].RecordedAt + Undo.Within - NodaTime.Duration.Epsilon;

        Assert.True(filed.Complaint.Undo(Somebody, now).IsAllowed(out var undone));
        Assert.Equal(Stage.Lodged, undone.Complaint.Proceedings[0].Stage);
        Assert.Equal(4, undone.Complaint.Version);
        Assert.Equal(4, undone.Complaint.Struck[3]);

        // The one before it is the last own step then.
        Assert.Equal(2, Undo.Find(undone.Complaint, Somebody, filed.Complaint.History[1].RecordedAt).IsAllowed(out var before) ? before.Seq : 0);
    }

    [Fact]
    public void Undo_AQuarterOfAnHourLater_IsRefused()
    {
        var filed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Complaint;
        Assert.Equal("undo.too-late", Undo.Find(filed, Somebody, filed.History[^1].RecordedAt + Undo.Within).Refusals[0].Code);
    }

    [Fact]
    public void Undo_WhatSomebodyElseHasAddedTo_IsRefused()
    {
        var filed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Complaint;
        var now = filed.History[^1].RecordedAt;
        Assert.True(filed.Note(FactKind.Hearing, new FactDetails(), 1, At("2021-01-12 11:00"), now > At("2021-01-12 11:00") ? now : At("2021-01-12 11:00"), "somebody else").IsAllowed(out var noted));
        Assert.Equal("undo.acted-on", Undo.Find(noted.Complaint, Somebody, noted.Complaint.History[^1].RecordedAt).Refusals[0].Code);
    }

    [Fact]
    public void Undo_WhereNothingIsOnesOwn_IsRefused()
    {
        var filed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Complaint;
        Assert.Equal("undo.nothing", Undo.Find(filed, "a stranger", filed.History[^1].RecordedAt).Refusals[0].Code);
        var recorded = AComplaint.AgainstPrecinct().Complaint;
        Assert.Equal("undo.nothing", Undo.Find(recorded, Somebody, recorded.RecordedAt).Refusals[0].Code);
    }

    // What the clock found due is nobody's act; the correction takes it back with what it rested on.
    [Fact]
    public void Undo_ADecisionTheClockHasMadeFinal_IsStillTheLastOfOnesOwn()
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Tick("2021-03-01 00:00").Complaint;
        Assert.Equal(nameof(ProceduralStep.BecomeFinal), decided.History[^1].What.Kind);
        var now = decided.History[2].RecordedAt;
        Assert.Equal(3, Undo.Find(decided, Somebody, now).IsAllowed(out var last) ? last.Seq : 0);
    }
}
