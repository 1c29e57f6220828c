using Complaints.Domain.Docket;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>Whose a complaint is, and which other record is the same.</summary>
public sealed class KeepingTests
{
    [Fact]
    public void HandOver_Twice_IsTheLastOnes()
    {
        var complaint = HandedTo(HandedTo(AComplaint.AgainstResolution().Complaint, "o2"), "o3");

        Assert.Equal(("o1", "o3"), (complaint.RecordedBy, complaint.KeptBy));
        Assert.Equal("o3", RegisterEntry.Of(complaint).KeptBy);
        Assert.Equal("o3", Complaint.From(complaint.Id, complaint.Law, complaint.History).KeptBy);
    }

    [Fact]
    public void HandOver_BackToTheRecorder_LeavesNoTraceInTheRegister() =>
        Assert.Null(RegisterEntry.Of(HandedTo(HandedTo(AComplaint.AgainstResolution().Complaint, "o2"), "o1")).HandedTo);

    [Fact]
    public void HandOver_ToWhoseItIs_IsRefused() => Assert.Equal(
        ["keeper.theirs-already"],
        AComplaint.AgainstResolution().Complaint.HandOver("o1", "workload", At("2020-12-06 10:00"), "c1").Refusals.Select(each => each.Code));

    [Fact]
    public void Link_AndUndone_IsAsBefore()
    {
        var (one, other) = Two();

        var linked = Allowed(one.Link(other, "recorded_twice", At("2020-12-06 10:00"), "c1"));
        var undone = Allowed(linked.Unlink(other.Id, "facts_differ", At("2020-12-07 10:00"), "c1"));

        Assert.Equal([other.Id], linked.SameAs);
        Assert.Equal([other.Id], RegisterEntry.Of(linked).SameAs);
        Assert.Empty(undone.SameAs);
        Assert.Null(RegisterEntry.Of(undone).SameAs);
        Assert.Equal([nameof(Recorded), nameof(LinkedAsSame), nameof(Unlinked)], undone.History.Select(each => each.What.Kind));
    }

    [Fact]
    public void Link_ThatMakesNoSense_IsRefused()
    {
        var (one, other) = Two();
        var linked = Allowed(one.Link(other, "recorded_twice", At("2020-12-06 10:00"), "c1"));

        Assert.Equal("same.itself", one.Link(one, "recorded_twice", At("2020-12-06 10:00"), "c1").Refusals.Single().Code);
        Assert.Equal("same.already-linked", linked.Link(other, "recorded_twice", At("2020-12-06 10:00"), "c1").Refusals.Single().Code);
        Assert.Equal("same.already-linked", other.Link(linked, "recorded_twice", At("2020-12-06 10:00"), "c1").Refusals.Single().Code);
        Assert.Equal("same.not-linked", one.Unlink(other.Id, "linked_in_error", At("2020-12-06 10:00"), "c1").Refusals.Single().Code);
    }

    [Fact]
    public void Link_AcrossElections_IsRefused()
    {
        var (one, other) = Two();
        var law = other.Law with { Election = other.Law.Election with { Id = "kz-2023" } };
        var elsewhere = Complaint.From(other.Id, law, other.History);

        Assert.Equal("same.other-election", one.Link(elsewhere, "recorded_twice", At("2020-12-06 10:00"), "c1").Refusals.Single().Code);
    }

    // Two records stay two: the measures count what was filed.
    [Fact]
    public void Link_ChangesNothingThatIsCounted()
    {
        var (one, other) = Two();
        var before = RegisterEntry.Of(one);

        var after = RegisterEntry.Of(Allowed(one.Link(other, "recorded_twice", At("2020-12-06 10:00"), "c1")));

        Assert.Equivalent(before with { Version = after.Version, ChangedAt = after.ChangedAt, SameAs = after.SameAs }, after, strict: true);
    }

    private static Complaint HandedTo(Complaint complaint, string to) => Allowed(complaint.HandOver(to, "workload", At("2020-12-06 10:00"), "c1"));

    private static Complaint Allowed(Result<Change> result) => result.IsAllowed(out var change) ? change.Complaint : throw new InvalidOperationException(result.Refusals[0].Code);

    private static (Complaint One, Complaint Other) Two()
    {
        var one = AComplaint.AgainstResolution().Complaint;
        return (one, Complaint.From("kz21p-4f7k2q9e-x", one.Law, one.History));
    }
}
