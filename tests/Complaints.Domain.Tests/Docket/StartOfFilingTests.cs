using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>Whence the ten days run (AMB-01): from the act, its publication, its knowledge, or without end while it goes on.</summary>
public sealed class StartOfFilingTests
{
    private static Complaint With(Func<Grievance, Grievance> change)
    {
        var law = AComplaint.Law();
        var grievance = AComplaint.AgainstResolution().Complaint.Grievance;
        return Complaint.Record("kz21p-4f7k2q9d-x", law, change(grievance), At("2020-12-28 09:00"), "o1").Complaint;
    }

    private static Timeliness? Filed(Complaint complaint)
    {
        var step = new Step(Domain.Lifecycle.ProceduralStep.Lodge, At("2020-12-28 10:00"), null, new StepDetails { Forum = "SC" });
        Assert.True(complaint.Take(step, At("2020-12-28 10:00"), "o1").IsAllowed(out var change));
        return change.Complaint.Timeliness;
    }

    // Scenario SC-D: filed on 28 December against the resolution of the 4th.
    [Fact]
    public void Lodge_LongAfterTheAct_IsLateUnlessAFactMakesItArguable()
    {
        Assert.Equal(Timeliness.Late, Filed(With(each => each)));
        Assert.Equal(Timeliness.Contested, Filed(With(each => each with { Continuing = true })));
        Assert.Equal(Timeliness.Contested, Filed(With(each => each with { KnownAt = At("2020-12-20 10:00") })));
        Assert.Equal(Timeliness.Contested, Filed(With(each => each with { PublishedAt = At("2020-12-20 10:00") })));
        Assert.Equal(Timeliness.Late, Filed(With(each => each with { PublishedAt = At("2020-12-05 10:00"), Continuing = false })));
    }

    [Fact]
    public void Note_PublicationOfTheAct_BearsOnTheTimeToFile()
    {
        var complaint = With(each => each);
        Assert.True(complaint.Note(FactKind.Publication, new FactDetails(), null, At("2020-12-20 10:00"), At("2020-12-28 09:30"), "o1").IsAllowed(out var noted));

        Assert.Equal(At("2020-12-20 10:00"), noted.Complaint.Grievance.PublishedAt);
        Assert.Equal(Timeliness.Contested, Filed(noted.Complaint));
    }

    [Theory]
    [InlineData("2020-12-04 11:59", "act.known-before")]
    [InlineData("2020-12-28 09:01", "act.in-future")]
    public void Check_KnownBeforeTheActOrTomorrow_IsRefused(string knownAt, string code)
    {
        var refusal = Assert.Single((AComplaint.AgainstResolution().Complaint.Grievance with { KnownAt = At(knownAt) }).Check(AComplaint.Law(), At("2020-12-28 09:00")));

        Assert.Equal((code, "knownAt"), (refusal.Code, refusal.Field));
    }
}
