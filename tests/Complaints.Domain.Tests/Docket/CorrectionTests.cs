using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>Mistakes are mended by events of their own: the old event stays and is read with the new values.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void Correct_TheDateOfTheAct_RejudgesTheFiling()
    {
        var filed = AComplaint.AgainstResolution().Lodge("2020-12-15 09:00", "SC");
        Assert.Equal(Timeliness.Late, filed.Complaint.Timeliness);
        filed.Correct("2020-12-16 09:00", 1, """{"occurredAt": "2020-12-07T12:00:00+06:00"}""");
        Assert.Equal(Timeliness.Timely, filed.Complaint.Timeliness);
        Assert.Equal("2020-12-04T06:00:00Z", ((StepTaken)filed.Complaint.History[^1].What).Details.Old!.Value.GetProperty("occurredAt").GetString());
        Assert.Equal(At("2020-12-04 12:00"), ((Recorded)filed.Complaint.History[0].What).Grievance.OccurredAt);
    }

    [Fact]
    public void Correct_ToUnknown_SurvivesBeingStored()
    {
        var filed = AComplaint.AgainstResolution().Lodge("2020-12-15 09:00", "SC").Correct("2020-12-16 09:00", 1, """{"occurredAt": null}""");
        Assert.Null(filed.Complaint.Timeliness);
        var stored = filed.Complaint.History.Select(each => EventJson.Read(EventJson.Canonical(each))).ToArray();
        Assert.Null(Complaint.From(filed.Complaint.Id, filed.Complaint.Law, stored).Grievance.OccurredAt);
    }

    [Fact]
    public void Correct_TheDecisionBelow_RejudgesTheAppeal()
    {
        var appealed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Appeal("2021-01-28 10:00", "CEC");
        Assert.Equal(Timeliness.Late, appealed.Proceeding(2).Filing!.Timeliness);
        appealed.Correct("2021-01-29 10:00", 3, """{"at": "2021-01-20T10:00:00+06:00"}""");
        Assert.Equal(Timeliness.Timely, appealed.Proceeding(2).Filing!.Timeliness);
    }

    [Fact]
    public void Correct_WhileTwoProceedingsAreOpen_KnowsItsProceedingFromItsEvent()
    {
        var two = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Take(ProceduralStep.Relodge, "2020-12-13 10:00", 1, "SC")
            .Take(ProceduralStep.Register, "2020-12-14 10:00", 2).Correct("2020-12-15 10:00", 4, """{"registrationNumber": "17"}""");
        Assert.Equal("17", two.Proceeding(2).RegistrationNumber);
        Assert.Equal(2, two.Complaint.History[^1].Proceeding);
    }

    [Fact]
    public void Correct_ThatMovesReceiptPastALaterStep_IsRefused()
    {
        var registered = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Register, "2021-01-13 10:00");
        Assert.Equal(
            ["step.contradicts-later"],
            registered.Refusals(ProceduralStep.Correct, "2021-01-15 10:00", details: AComplaint.Correcting(2, """{"at": "2021-01-14T10:00:00+06:00"}""")));
    }

    [Theory]
    [InlineData(2, """{"forum": "ICC"}""", "forum.unknown")]
    [InlineData(2, """{"forum": "CEC", "forumZone": "Asia/Oral"}""", "forum.zone-differs")]
    [InlineData(2, """{"forumZone": "Mars"}""", "field.not-a-zone")]
    [InlineData(2, """{"at": "2031-01-14T10:00:00+06:00"}""", "step.in-future")]
    [InlineData(2, """{"at": 5}""", "correct.bad-value")]
    [InlineData(2, """{"colour": "blue"}""", "correct.no-such-field")]
    [InlineData(2, """{"opens": 7}""", "correct.field-is-derived")]
    [InlineData(2, """{}""", "correct.nothing-new")]
    [InlineData(3, """{"outcome": "no_decision"}""", "decision.outcome-unknown")]
    [InlineData(1, """{"rulebook": "MD-2019@1"}""", "correct.field-is-derived")]
    [InlineData(1, """{"matter": null}""", "correct.bad-value")]
    [InlineData(9, """{"at": "2021-01-14T10:00:00+06:00"}""", "correct.no-such-event")]
    [InlineData(2, """{"outcome": "upheld"}""", "correct.no-such-field")]
    [InlineData(2, """{"new": {"a": "free text"}}""", "correct.no-such-field")]
    [InlineData(1, """{"importedFrom": "row 7"}""", "correct.no-such-field")]
    [InlineData(1, """{"at": "2021-01-10T10:00:00+06:00"}""", "correct.no-such-field")]
    [InlineData(3, """{"grounds": ["late"]}""", "decision.ground-without-dismissal")]
    [InlineData(3, """{"outcome": "dismissed_formal", "grounds": ["late", "late"]}""", "field.repeated")]
    [InlineData(3, """{"servedAt": "2021-01-16T10:00:01+06:00"}""", "step.in-future")]
    public void Correct_ThatMakesNoSense_IsRefused(int seq, string values, string code)
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00");
        Assert.Equal([code], decided.Refusals(ProceduralStep.Correct, "2021-01-16 10:00", details: AComplaint.Correcting(seq, values)));
    }

    [Fact]
    public void Correct_WithoutAReason_IsRefused() =>
        Assert.Equal(
            ["correct.reason-missing"],
            AComplaint.AgainstPrecinct().Refusals(
                ProceduralStep.Correct, "2021-01-16 10:00", details: AComplaint.Correcting(1, """{"region": "akmola"}""") with { Reason = null }));

    [Fact]
    public void Correct_ATimersStep_IsRefused()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Tick("2021-01-20 00:00");
        Assert.Equal(
            ["correct.no-such-event"],
            silent.Refusals(ProceduralStep.Correct, "2021-01-21 10:00", details: AComplaint.Correcting(3, """{"at": "2021-01-14T10:00:00+06:00"}""")));
    }

    [Theory]
    [InlineData(2, """{"at": 5}""", "new.at")]
    [InlineData(2, """{"at": "2021-01-09T10:00:00+06:00"}""", "new.at")]
    [InlineData(2, """{"at": "2031-01-09T10:00:00+06:00"}""", "new.at")]
    [InlineData(2, """{"forum": "ICC"}""", "new.forum")]
    [InlineData(2, """{"forumZone": null}""", "new.forumZone")]
    [InlineData(3, """{"wording": 7}""", "new.wording")]
    [InlineData(3, """{"servedAt": "2021-01-14T10:00:00+06:00"}""", "new.servedAt")]
    public void Correct_WithAValueThatIsRefused_NamesThatValue(int seq, string values, string field)
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00");
        var step = new Step(ProceduralStep.Correct, At("2021-01-16 10:00"), null, AComplaint.Correcting(seq, values));
        var refusal = Assert.Single(decided.Complaint.Take(step, At("2021-01-16 10:00"), "o1").Refusals);
        Assert.Equal(field, refusal.Field);
        Assert.DoesNotContain("that event first", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Correct_AFieldTheEventDoesNotHave_ListsThoseThatCanBeSet()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        var step = new Step(ProceduralStep.Correct, At("2021-01-16 10:00"), null, AComplaint.Correcting(2, """{"colour": "blue"}"""));
        var message = Assert.Single(lodged.Complaint.Take(step, At("2021-01-16 10:00"), "o1").Refusals).Message;
        Assert.EndsWith("It has: at, forum, forumZone, forumName, channel, source.", message, StringComparison.Ordinal);
    }
}
