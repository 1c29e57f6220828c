using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The way of a complaint, as the machine and the rulebook draw it.</summary>
public sealed class WayTests
{
    [Fact]
    public void Way_BeforeFiling_LeadsToTheCompetentForumsAndBeyond()
    {
        var draft = AComplaint.AgainstPrecinct().Complaint;
        var way = draft.WayAt(At("2021-01-12 10:00"));

        var place = Assert.Single(way.Places);
        Assert.True(place.IsPresent);
        var lodge = Assert.Single(place.Follows, each => each.Step is ProceduralStep.Lodge);
        Assert.Contains(lodge.Forums, each => each.Id == "TEC");
        Assert.Contains(way.Further, each => each.Forum.Id == "SC");
        Assert.DoesNotContain(way.Further, each => lodge.Forums.Contains(each.Forum));
    }

    [Fact]
    public void Way_AfterAnAppeal_ShowsBothPlacesTheStepsAndWhatCanFollow()
    {
        var appealed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Register, "2021-01-12 11:00")
            .Decide("2021-01-15 10:00").Appeal("2021-01-16 10:00", "CEC").Complaint;
        var way = appealed.WayAt(At("2021-01-16 12:00"));

        Assert.Equal([null, "TEC", "CEC"], way.Places.Select(each => each.Proceeding?.Forum.Id));
        Assert.Equal([ProceduralStep.Lodge, ProceduralStep.Register, ProceduralStep.Decide], way.Places[1].Passed.Select(each => each.Step!.Value));
        Assert.Equal([ProceduralStep.Appeal], way.Places[2].Passed.Select(each => each.Step!.Value));
        Assert.Equal([false, false, true], way.Places.Select(each => each.IsPresent));
        Assert.Empty(way.Places[1].Follows);
        Assert.Contains(way.Places[2].Follows, each => each is { Step: ProceduralStep.Decide, Forums.Count: 0 });
        Assert.DoesNotContain(way.Places[2].Follows, each => each.Step is ProceduralStep.Correct);
    }

    [Fact]
    public void Way_OfWhatDidNotHappen_IsNotDrawn()
    {
        var filed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Register, "2021-01-12 11:00");
        Assert.True(filed.Complaint.Undo(filed.Complaint.RecordedBy, filed.Complaint.History[^1].RecordedAt).IsAllowed(out var undone));
        Assert.Equal([ProceduralStep.Lodge], undone.Complaint.WayAt(At("2021-01-12 12:00")).Places[1].Passed.Select(each => each.Step!.Value));
    }
}
