using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Domain.Tests.Builders;
using NodaTime;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>How urgent a clock of the register is, by the day of the place.</summary>
public sealed class RegisterDueTests
{
    private static readonly DateTimeZone Almaty = DateTimeZoneProviders.Tzdb["Asia/Almaty"];

    // The first instant too late is midnight after 14 December; under another reading midnight after the 16th.
    [Theory]
    [InlineData("2020-12-11 23:59", DueGroup.Later)]
    [InlineData("2020-12-12 00:00", DueGroup.Soon)] // the last day is the second after this
    [InlineData("2020-12-13 23:59", DueGroup.Soon)]
    [InlineData("2020-12-14 00:00", DueGroup.Today)]
    [InlineData("2020-12-14 23:59", DueGroup.Today)]
    [InlineData("2020-12-15 00:00", DueGroup.Contested)]
    [InlineData("2020-12-16 23:59", DueGroup.Contested)]
    [InlineData("2020-12-17 00:00", DueGroup.Overdue)]
    public void GroupAt_Hour_GoesByTheDayOfThePlace(string now, DueGroup expected) => Assert.Equal(
        expected, new RegisterClock { Zone = "Asia/Almaty", Earliest = At("2020-12-15 00:00"), Latest = At("2020-12-17 00:00") }.GroupAt(At(now), DateTimeZone.Utc));

    [Fact]
    public void GroupAt_ReadingWithoutEnd_StaysContested() => Assert.Equal(
        DueGroup.Contested, new RegisterClock { Zone = "Asia/Almaty", Earliest = At("2020-12-15 00:00") }.GroupAt(At("2021-12-17 00:00"), Almaty));

    [Fact]
    public void ClocksAt_RowKeptBeforeClocksWere_GivesTheOneItKnows()
    {
        var entry = RegisterEntry.Of(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Complaint);

        var clock = Assert.Single((entry with { Clocks = null }).ClocksAt(At("2021-01-12 11:00")));

        Assert.Equal(entry.DueEarliest, clock.Earliest);
        Assert.Equal(entry.DueLatest, clock.Latest);
        Assert.Equal(("TEC", (ClockKind?)null), (clock.Forum, clock.Kind));
    }

    [Fact]
    public void Read_RowKeptBeforeItHadTheseColumns_IsReadAllTheSame()
    {
        var entry = RegisterEntry.Of(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Complaint);
        var row = JsonSerializer.SerializeToNode(entry, RecordJson.Options)!;

        foreach (var name in new[] { "clocks", "changedAt", "movedAt", "handedTo", "sameAs" })
        {
            row.AsObject().Remove(name);
        }

        row["proceedings"]![0]!.AsObject().Remove("heardAt");
        var read = row.Deserialize<RegisterEntry>(RecordJson.Options)!;

        Assert.Equal((entry.KeptBy, entry.DueEarliest, (Instant?)null), (read.KeptBy, read.DueEarliest, read.Proceedings[0].HeardAt));
        Assert.Equal(entry.Has(DueGroup.Overdue, At("2022-01-01 00:00"), Almaty), read.Has(DueGroup.Overdue, At("2022-01-01 00:00"), Almaty));
    }

    [Fact]
    public void ClocksAt_SilenceThatIsOnlyArgued_BeginsWhenItCanBe()
    {
        var entry = RegisterEntry.Of(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Complaint);
        var argued = entry.Clocks!.First(each => each.Kind is ClockKind.Silence);

        Assert.DoesNotContain(argued, entry.ClocksAt(argued.ArguedFrom!.Value - Duration.Epsilon));
        Assert.Contains(argued, entry.ClocksAt(argued.ArguedFrom.Value));
    }

    [Fact]
    public void MovedAt_OnlyWhatCanMoveADate_IsTold()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Assert.Null(RegisterEntry.Of(lodged.Complaint).MovedAt);

        var suspended = lodged.Take(Domain.Lifecycle.ProceduralStep.Suspend, "2021-01-13 10:00");

        Assert.Equal(At("2021-01-13 10:00"), RegisterEntry.Of(suspended.Complaint).MovedAt);
    }

    [Fact]
    public void Register_OfAFiling_TellsNumberAndWhenItWasHeardOf()
    {
        var registered = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00")
            .Take(Domain.Lifecycle.ProceduralStep.Register, "2021-01-12 11:00", details: new StepDetails { RegistrationNumber = "17-A" });

        var proceeding = RegisterEntry.Of(registered.Complaint).Proceedings.Single();

        Assert.Equal(("17-A", At("2021-01-12 10:00")), (proceeding.RegistrationNumber, proceeding.HeardAt));
    }
}
