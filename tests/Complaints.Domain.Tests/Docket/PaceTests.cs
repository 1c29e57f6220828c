using System.Diagnostics;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;

namespace Complaints.Domain.Tests.Docket;

/// <summary>How long the answers take, written to the test output. Limits are held by the benchmarks, not here.</summary>
public sealed class PaceTests(ITestOutputHelper output)
{
    private const int Rounds = 300;

    [Fact]
    public void Take_Read_Clocks_TellTheirPace()
    {
        var complaint = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00")
            .Take(ProceduralStep.Register, "2021-01-12 11:00").Take(ProceduralStep.Admit, "2021-01-13 09:00").Decide("2021-01-15 10:00")
            .Appeal("2021-01-18 10:00", "CEC").Take(ProceduralStep.Register, "2021-01-18 11:00", 2).Decide("2021-01-20 10:00")
            .Appeal("2021-01-25 10:00", "SC").Take(ProceduralStep.Register, "2021-01-25 11:00", 3).Decide("2021-01-28 10:00")
            .Take(ProceduralStep.RequestRestoration, "2021-01-29 10:00", 1).Complaint;
        Assert.Equal(12, complaint.Version);

        Tell("a complaint of 12 events read", () => Complaint.From(complaint.Id, complaint.Law, complaint.History));
        Tell("its clocks", () => complaint.Clocks());
        Tell("its permitted steps", () => complaint.PermittedSteps(complaint.RecordedAt));
    }

    private void Tell(string what, Func<object> ask)
    {
        for (var round = 0; round < Rounds; round++)
        {
            ask();
        }

        var watch = Stopwatch.StartNew();

        for (var round = 0; round < Rounds; round++)
        {
            ask();
        }

        output.WriteLine($"{what}: {watch.Elapsed.TotalMicroseconds / Rounds:0.0} microseconds");
    }
}
