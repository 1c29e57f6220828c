using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>The law the tracker ships with.</summary>
public sealed class ShippedLawTests
{
    public static TheoryData<string> All => [.. ShippedLaw.Rulebooks.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Rulebooks_Shipped_AreSix() => Assert.Equal(
        ["AM-1999", "KZ-2020", "KZ-2021H2", "MD-2019", "MD-2022", "UA-LOC-2015"], ShippedLaw.Rulebooks.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void Rulebook_Shipped_SpeaksThreeLanguages(string id)
    {
        var rulebook = ShippedLaw.Rulebooks[id];
        var wordings = rulebook.Forums.Select(forum => forum.Name)
            .Concat(rulebook.Limits.Select(limit => limit.Name))
            .Concat(rulebook.Limits.SelectMany(limit => limit.Benchmarks).Select(benchmark => benchmark.Label))
            .Concat(rulebook.Readings.Select(reading => reading.Label))
            .Concat(rulebook.Standing.Select(rule => rule.Says))
            .Concat(rulebook.Form.Select(rule => rule.Says))
            .Concat(rulebook.Assumptions.Select(assumption => assumption.Text))
            .Concat(rulebook.Ambiguities.SelectMany(ambiguity => new[] { ambiguity.Question, ambiguity.PrimaryReading }))
            .Concat(rulebook.Notes)
            .Concat(Footings(rulebook).Select(footing => footing.Missing).OfType<Text>())
            .Append(rulebook.Name);

        Assert.All(wordings, wording => Assert.True(wording is { Russian: not null, Kazakh: not null }, wording.English));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Rulebook_Shipped_EveryLimitRestsOnSomethingOrSaysItIsUnknown(string id) => Assert.All(
        ShippedLaw.Rulebooks[id].Limits,
        limit => Assert.Equal(limit.Footing.Status == LegalStatus.Unknown, limit.Footing.Citation!.English.Contains("unknown", StringComparison.Ordinal)));

    [Theory]
    [InlineData("kz.cassation", "unknown, not read: Civil Procedure Code, chapter on electoral rights (AMB-15)")]
    [InlineData("kz.cc.decide", "unknown, not read: Constitutional law on the Constitutional Council")]
    [InlineData("kz.commission.appeal.3", "IEOM Statement of 11 January 2021, note 53; A-05; A-06b")]
    public void Citation_OfALimit_SaysWhatItRestsOnOrWhatWasNotRead(string limit, string citation) =>
        Assert.Equal(citation, ShippedLaw.Rulebooks["KZ-2020"].FindLimit(limit)!.Footing.Citation?.English);

    // Statement, Election Administration; the interim report of 23 December 2020 counted one precinct more.
    [Fact]
    public void Counts_OfForums_KeepTheirDayAndSource() => Assert.Equal(
        ["PEC 10061 2020-12-23", "PEC 10060 2021-01-11", "TEC 232 2021-01-11", "CEC 1 2021-01-11"],
        ShippedLaw.Rulebooks["KZ-2020"].Forums.SelectMany(forum => forum.Counts.Select(count => $"{forum.Id} {count.Total} {LocalDatePattern.Iso.Format(count.AsOf)}")));

    [Theory]
    [InlineData("KZ-2020", "TEC", Instance.Commission)]
    [InlineData("KZ-2020", "CEC", Instance.HigherCommission)]
    [InlineData("KZ-2020", "DC", Instance.Court)]
    [InlineData("KZ-2021H2", "SMAS", Instance.Court)]
    [InlineData("KZ-2020", "SC", Instance.SupremeCourt)]
    [InlineData("KZ-2020", "SC-CASS", Instance.Cassation)]
    [InlineData("KZ-2020", "CC", Instance.ConstitutionalCouncil)]
    [InlineData("KZ-2020", "PROSECUTOR", Instance.Prosecutor)]
    [InlineData("KZ-2020", "POLICE", null)]
    [InlineData("MD-2019", "SCJ", Instance.SupremeCourt)]
    [InlineData("AM-1999", "CASSATION", Instance.Cassation)]
    public void Forum_Shipped_StandsOnItsRung(string rulebook, string forum, Instance? instance) =>
        Assert.Equal(instance, ShippedLaw.Rulebooks[rulebook].FindForum(forum)!.Instance);

    [Fact]
    public void Forum_NextUnknownOrNone_AreDifferent()
    {
        Assert.Null(ShippedLaw.Rulebooks["KZ-2020"].FindForum("DC")!.Next);
        Assert.Empty(ShippedLaw.Rulebooks["KZ-2020"].FindForum("SC-CASS")!.Next!);
    }

    [Theory]
    [InlineData("KZ-2020", ParallelEffect.CommissionSuspends)]
    [InlineData("AM-1999", ParallelEffect.AdministrativeProceedingEnds)]
    [InlineData("MD-2019", ParallelEffect.None)]
    public void Parallel_Shipped_IsAsTheLawSays(string rulebook, ParallelEffect effect) =>
        Assert.Equal(effect, ShippedLaw.Rulebooks[rulebook].Parallel.OnBoth);

    [Fact]
    public void Policies_Shipped_KeepUnknownApartFromNo()
    {
        var kazakhstan = ShippedLaw.Rulebooks["KZ-2020"];
        var moldova = ShippedLaw.Rulebooks["MD-2019"];

        Assert.Equal((false, false), (kazakhstan.Forwarding.Duty, kazakhstan.Forwarding.Known));
        Assert.Equal(LegalStatus.Unknown, kazakhstan.Forwarding.Footing.Status);
        Assert.Equal((true, true), (moldova.Forwarding.Duty, moldova.Forwarding.Known));
        Assert.Null(kazakhstan.Restoration.Allowed);
        Assert.False(ShippedLaw.Rulebooks["UA-LOC-2015"].Restoration.Allowed);
        Assert.Null(moldova.Rectification.Allowed);
    }

    // The route of a complaint: statement, notes 55 and 57; 2015 amendments for registration.
    [Theory]
    [InlineData("KZ-2020", "CEC", "decision", null, "SC", "DC", false)]
    [InlineData("KZ-2020", "CEC", "results", null, "CC,SC", "DC", true)]
    [InlineData("KZ-2020", "CEC", "decision", "candidate_registration.refusal", "CEC,SC", "DC", false)]
    [InlineData("KZ-2020", "PEC", "action", null, "TEC,DC", "", false)]
    [InlineData("KZ-2020", "PEC", "decision", "voter_registration.omission", "DC,TEC", "", false)] // astanatv.kz: to the court at the commission's seat
    [InlineData("KZ-2021H2", "TEC", "decision", null, "CEC,SMAS,DC", "", false)]
    [InlineData("KZ-2020", "official", "action", null, "DC", "", false)]
    [InlineData("KZ-2020", "media", "action", null, "", "", false)]
    [InlineData("MD-2019", "CEC-MD", "decision", null, "CA", "", false)]
    [InlineData("MD-2019", "PEB", "decision", null, "DEC-MD", "", false)] // no rule: the commission above
    [InlineData("UA-LOC-2015", "PEC-UA", "action", null, "TEC-UA,DEC-UA", "", false)]
    public void CompetentForums_ByAct_FollowTheRules(
        string rulebook, string actor, string actKind, string? subject, string forums, string wrong, bool isUnclear)
    {
        var law = ShippedLaw.Rulebooks[rulebook];
        var competent = law.CompetentForums(actor, actKind, subject);

        Assert.Equal(forums, string.Join(',', competent.Select(forum => forum.Forum.Id)));
        Assert.Equal(wrong, string.Join(',', law.WrongForums(actor, actKind, subject)));
        Assert.All(competent, forum => Assert.Equal((isUnclear, isUnclear ? "AMB-08" : null), (forum.IsUnclear, forum.Ambiguity)));
    }

    // Art. 48: election day and the day before are working days for courts, prosecutors and police.
    [Theory]
    [InlineData(2021, 1, 9, ForumKind.Court, true)]
    [InlineData(2021, 1, 10, ForumKind.LawEnforcement, true)]
    [InlineData(2021, 1, 10, ForumKind.Commission, false)]
    [InlineData(2021, 1, 7, ForumKind.Court, false)]
    [InlineData(2020, 12, 16, ForumKind.Court, false)]
    [InlineData(2021, 1, 5, ForumKind.Commission, true)]
    [InlineData(1969, 12, 28, ForumKind.Court, false)] // a Sunday before the numbering of days begins
    [InlineData(1969, 12, 29, ForumKind.Court, true)]
    public void Calendar_Kazakhstan_KnowsWhoWorksWhen(int year, int month, int day, ForumKind kind, bool works) => Assert.Equal(
        works, ShippedLaw.Library.Calendars["KZ"].IsWorkingDay(new LocalDate(year, month, day), kind, new LocalDate(2021, 1, 10)));

    [Fact]
    public void Taxonomies_Shipped_AreTheClosedLists()
    {
        var lists = Taxonomies.Shipped;

        Assert.Equal((9, 11, 13, 12), (lists.Outcomes.Count, lists.Grounds.Count, lists.Remedies.Count, lists.ComplainantTypes.Count));
        Assert.All(ShippedLaw.Rulebooks.Values.SelectMany(law => law.Forums).SelectMany(forum => forum.Standing), code => Assert.Contains(code, lists.OfficeHolders));
        Assert.Contains("observer_rights.access_and_accreditation", lists.Subjects);
        Assert.False(lists.Subjects.Contains("observer_rights"));
        Assert.True(lists.SubjectGroups.Contains("observer_rights"));
        Assert.Equal(17, lists.Regions.Count);
        Assert.All(lists.Regions, region => Assert.NotNull(Zones.Find(region.ZoneId)));
        Assert.Equal(("kz-2021", 156, 32), lists.Parliaments.Select(each => (each.Election, each.Total, each.OneFifth)).Single());
    }

    [Fact]
    public void Zones_Carried_KnowKazakhstan()
    {
        Zones.Check();
        Assert.NotNull(Zones.Find("Asia/Qostanay"));
        Assert.Null(Zones.Find("Asia/Nur-Sultan"));
        Assert.Null(Zones.Find("UTC+06"));
        Assert.True(string.CompareOrdinal(Zones.Version, "2024a") >= 0);
    }

    private static IEnumerable<Footing> Footings(Rulebook rulebook) =>
    [
        rulebook.DayCount.Footing, rulebook.Forwarding.Footing, rulebook.Restoration.Footing,
        .. rulebook.Forums.Select(forum => forum.Footing), .. rulebook.Limits.Select(limit => limit.Footing), .. rulebook.Form.Select(rule => rule.Footing),
    ];
}
