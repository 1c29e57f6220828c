using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Statistics;
using NodaTime;

namespace Complaints.Domain.Tests.Statistics;

public sealed class MeasureTests
{
    private static readonly AnEntry Application = new("CEC") { Matter = Matter.Application, Act = null, Competent = [], Subject = "application.other" };

    // numerator, denominator (null: a plain count), unknown
    public static TheoryData<AnEntryList, string, string?, int, int?, int> Rows => new()
    {
        { [new(), new("DC"), Application], "M01", null, 2, null, 0 },              // an application is no complaint
        { [new(), new("DC")], "M01", "forum=SC", 1, null, 0 },
        { [new(), new(), new() { Act = "ACT-2" }, new() { Act = null }], "M01", "forum=SC;distinct=act", 2, null, 1 },
        { [new(), new(), new() { Act = "ACT-2" }, new() { Act = null }], "M01", "forum=SC;act=ACT-1", 2, 3, 1 },
        { [new() { Act = "A;B=C" }], "M01", "forum=SC;act=A%3BB%3DC", 1, 1, 0 },   // an act's name cannot forge a filter
        { [new(), Application, Application], "M02", "forum=CEC", 2, null, 0 },
        { [Application, Application with { Subject = null }], "M02", "forum=CEC;subject=application.other", 1, 1, 1 },
        { [new(), new() { Subject = null }], "M04", "subject=campaign.equal_conditions", 1, 1, 1 },
        { [new(), new() { By = "unknown" }], "M05", "complainantType=voter", 1, 1, 1 },

        // Election day is 10 January: decided before it began where the forum sits.
        { [new AnEntry { Decided = "2021-01-09T23:59+06:00" }.Ended("upheld")], "M03", "forum=SC", 1, 1, 0 },
        { [new AnEntry { Decided = "2021-01-10T00:00+06:00" }.Ended("upheld")], "M03", "forum=SC", 0, 1, 0 },
        { [new AnEntry("CEC").Ended("superseded_by_court")], "M03", "forum=CEC", 0, 1, 0 },   // the forum did not review it
        { [new AnEntry("CEC").Dismissed("late"), new("SC")], "M03", "kind=commission", 1, 1, 0 },
        { [], "M03", "kind=commission", 0, 0, 0 },                                 // "no complaints reviewed" is a row too

        { [new AnEntry().Ended("upheld"), new()], "M06", "forum=SC", 1, 2, 0 },
        { [new AnEntry().Ended("upheld"), new()], "M06", "forum=SC;outcome=upheld", 1, 1, 1 },
        { [new() { Stage = Stage.Withdrawn }, new() { Stage = Stage.Closed }], "M06", "outcome=withdrawn", 1, 2, 0 },

        { [new AnEntry().Dismissed("late", "defective_form"), new AnEntry().Ended("upheld"), new()], "M07", "forum=SC", 1, 2, 1 },
        { [new AnEntry().Dismissed("late", "defective_form"), new AnEntry().Dismissed("late")], "M07", "forum=SC;ground=late", 2, 2, 0 },
        { [new AnEntry().Dismissed("late", "late")], "M07", "ground=late", 1, 1, 0 },        // once per ground

        { [new AnEntry { Rectification = false }.Dismissed("late"), new AnEntry().Dismissed("late")], "M08", "forum=SC;rectification=no", 1, 1, 1 },
        { [new AnEntry { Rectification = true }.Dismissed("late")], "M08", "forum=SC;rectification=yes", 1, 1, 0 },
        { [new AnEntry().Dismissed("late")], "M08", "forum=SC;rectification=unknown", 1, 1, 0 },

        { [new("DC"), new("DC") { Competent = [] }], "M09", "forum=DC", 1, 1, 1 }, // no rule, no verdict
        { [new("DC")], "M09", "forum=DC;competent=SC", 1, 1, 0 },
        { [new("DC") { Competent = ["TEC", "DC"] }], "M09", "forum=DC", 0, 1, 0 },
        { [new("DC") { Parent = 1 }], "M09", "forum=DC", 0, 0, 0 },                // an appeal follows its decision, not the act

        { [new AnEntry { Timeliness = Timeliness.Timely }.Dismissed("late")], "M10", "forum=SC;ours=timely;authority=late", 1, 1, 0 },
        { [new AnEntry { Timeliness = Timeliness.Contested }.Dismissed("moot"), new()], "M10", "ours=contested;authority=notLate", 1, 1, 1 },
        { [new() { IsTreatedAsApplication = true }, new()], "M18", "forum=SC", 1, 2, 0 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_SmallRegister_Counts(AnEntryList entries, string id, string? filter, int numerator, int? denominator, int unknown)
    {
        var row = Find(entries, id, filter);
        Assert.Equal((numerator, denominator, unknown), (row.Numerator, row.Denominator, row.Unknown));
    }

    // CEC figures for 2023: 164 considered = 49 granted + 84 refused + 15 withdrawn + 16 left without consideration; 2 pending.
    [Theory]
    [InlineData("ended", 164)]
    [InlineData("decided", 149)]
    [InlineData("merits", 133)]
    public void Of_UpholdRate_StatesWhichDenominator(string of, int denominator)
    {
        AnEntryList entries =
        [
            .. Enumerable.Repeat(new AnEntry().Ended("upheld"), 49),
            .. Enumerable.Repeat(new AnEntry().Ended("dismissed_merits"), 84),
            .. Enumerable.Repeat(new AnEntry { Stage = Stage.Withdrawn }, 15),
            .. Enumerable.Repeat(new AnEntry().Dismissed("not_stated"), 16),
            .. Enumerable.Repeat(new AnEntry(), 2),
        ];

        var row = Find(entries, "M06", $"rate=upheld;of={of}");
        Assert.Equal((49, denominator, 2), (row.Numerator, row.Denominator, row.Unknown));
    }

    [Fact]
    public void Of_StatedFigure_StandsBesideTheCount()
    {
        ReportedFigure stated = new("M01", "forum=SC", 44, true, "a source", new LocalDate(2021, 1, 11));
        var rows = Statistics([new()], stated).Measures.Where(each => each is { Id: "M01", Filter: "forum=SC" });

        Assert.Equal(
            [(1, false, "register of kz-2021", false), (44, true, "a source", true)],
            rows.Select(each => (each.Numerator, each.Approximate, each.Source, each.IsStated)));
    }

    [Fact]
    public void Of_ActWhoseNameHoldsTheSignsOfAFilter_IsReadBackAsItIs()
    {
        var row = Assert.Single(Statistics([new AnEntry { Act = "A;B=C" }]).Measures, each => each.Filter == "forum=SC;act=A%3BB%3DC" && each.Id == "M01");

        Assert.Equal([("forum", "SC"), ("act", "A;B=C")], row.Parts);
    }

    [Fact]
    public void Of_NoElectionDay_HasNoReviewBeforeIt()
    {
        var law = SampleRegister.Law with { Election = SampleRegister.Law.Election with { ElectionDay = null } };

        Assert.DoesNotContain(RedressStatistics.Of(law, [new AnEntry().Build(1)], [], SampleRegister.Now).Measures, each => each.Id == "M03");
    }

    // DOMAIN 10: every Supreme Court row's verdict agrees with the ground it was dismissed on.
    [Theory]
    [InlineData("M01", "forum=SC;act=KZ-CEC-2020-12-04", 38)]
    [InlineData("M01", "forum=DC;act=KZ-CEC-2020-12-04", 3)]
    [InlineData("M01", "act=KZ-CEC-2020-12-04", 41)]
    [InlineData("M02", "forum=CEC;subject=application.clarification_of_law", 85)]
    [InlineData("M07", "forum=SC;ground=late", 20)]
    [InlineData("M07", "forum=SC;ground=defective_form", 24)]
    [InlineData("M08", "forum=SC;rectification=no", 44)]
    [InlineData("M09", "forum=DC;competent=SC", 3)]
    [InlineData("M10", "forum=SC;ours=timely;authority=late", 0)]
    [InlineData("M10", "forum=SC;ours=late;authority=notLate", 0)]
    public void Of_SampleRegister_Counts(string id, string filter, int expected)
    {
        var rows = RedressStatistics.Of(SampleRegister.Law, SampleRegister.Entries, [], SampleRegister.Now).Measures;

        Assert.Equal(expected, Assert.Single(rows, each => each.Id == id && each.Filter == filter).Numerator);
    }

    [Fact]
    public void Of_ImportedRegister_IsAsOfItsSource()
    {
        var rows = RedressStatistics.Of(SampleRegister.Law, SampleRegister.Entries, [], SampleRegister.Now).Measures;

        Assert.Equal(new LocalDate(2021, 1, 8), Assert.Single(rows, each => each is { Id: "M02", Filter: "forum=CEC" }).AsOf);
    }

    private static Measure Find(AnEntryList entries, string id, string? filter) =>
        Assert.Single(Statistics(entries).Measures, each => each.Id == id && each.Filter == filter);

    private static RedressStatistics Statistics(AnEntryList entries, params ReportedFigure[] reported) =>
        RedressStatistics.Of(SampleRegister.Law, entries.Build(), reported, SampleRegister.Now);
}
