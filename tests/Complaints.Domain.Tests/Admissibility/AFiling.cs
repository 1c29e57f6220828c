using Complaints.Domain.Admissibility;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Deadlines;
using NodaTime;

namespace Complaints.Domain.Tests.Admissibility;

/// <summary>A filing somebody is about to make: to begin with, one that nothing speaks against.</summary>
internal sealed record AFiling
{
    /// <summary>A form with every element there is.</summary>
    public static IReadOnlyList<string> Whole { get; } = Taxonomies.Shipped.FormElements;

    private string Rulebook { get; init; } = "KZ-2020";

    private FilingFacts Facts { get; init; } = new()
    {
        Forum = "TEC",
        ForumZone = Zones.Find("Asia/Almaty"),
        PlaceZone = Zones.Find("Asia/Almaty"),
        ElectionDay = new LocalDate(2021, 1, 10),
        ComplainantType = "citizen_observer_group",
        ChallengedActor = "PEC",
        ChallengedActKind = "action",
        Subject = "observer_rights.removal",
        Matter = "complaint",
        CountedFrom = ADeadline.Moment("2021-01-10T10:00+06:00"),
        At = ADeadline.Moment("2021-01-11T10:00+06:00"),
        Has = Whole,
    };

    /// <summary>A resolution of the central commission of 4 December 2020, attacked in a court (example E39).</summary>
    public static AFiling AgainstTheResolution => new AFiling().With(facts => facts with
    {
        Forum = "SC",
        ForumZone = null,
        ChallengedActor = "CEC",
        ChallengedActKind = "decision",
        CountedFrom = ADeadline.Moment("2020-12-04T12:00+06:00"),
        At = ADeadline.Moment("2020-12-12T12:00+06:00"),
    });

    /// <summary>The final results of 12 January 2021, before the Constitutional Council.</summary>
    public static AFiling AgainstTheResults => AgainstTheResolution.With(facts => facts with
    {
        Forum = "CC",
        ComplainantType = "public_official_mp",
        ChallengedActKind = "results",
        Subject = "results.final_results",
        CountedFrom = ADeadline.Moment("2021-01-12T13:56+06:00"),
        At = ADeadline.Moment("2021-01-20T12:00+06:00"),
    });

    public AFiling In(string rulebook) => this with { Rulebook = rulebook };

    public AFiling With(Func<FilingFacts, FilingFacts> change) => this with { Facts = change(Facts) };

    public AFiling To(string forum, string? zone = null) => With(facts => facts with { Forum = forum, ForumZone = zone is null ? null : Zones.Find(zone) });

    public AFiling At(string moment) => With(facts => facts with { At = ADeadline.Moment(moment) });

    public Result<Opinion> Ask() => BeforeFiling.Check(ShippedLaw.Rulebooks[Rulebook], Facts);

    public Opinion Check()
    {
        var asked = Ask();
        Assert.True(asked.IsAllowed(out var opinion), string.Join("; ", asked.Refusals));
        return opinion!;
    }

    public Finding Check(Check check) => Check().Checks.Single(finding => finding.Check == check);
}
