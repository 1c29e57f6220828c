using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Statistics;
using NodaTime;

namespace Complaints.Domain.Tests.Statistics;

public sealed class ParagraphTests
{
    private const string Statement = "IEOM Statement of Preliminary Findings and Conclusions, 11 January 2021, Complaints and Appeals";

    // IEOM Statement, Complaints and Appeals: the three passages the register was made to reproduce.
    [Theory]
    [InlineData("T-1",
        "The Central Election Commission informed the mission that by 8 January 2021 it had received 104 applications that were for the most part "
        + "requests for clarification of the law (85 of 104). The mission was made aware of no complaints reviewed by the Central Election Commission "
        + "and lower-level commissions before election day. [104: CEC to the ODIHR LEOM, as of 8 January 2021 (IEOM Statement, 11 January 2021). "
        + "The register of kz-2021 counts 104 as of 8 January 2021.]")]
    [InlineData("T-2",
        "Some 44 complaints were lodged with the Supreme Court, most of these (38 of 44) against KZ-CEC-2020-12-04. All these complaints were "
        + "dismissed on formal grounds (24 for defects of form) or as filed beyond the legal deadlines (20), without a possibility for the appellants "
        + "to rectify technical mistakes. [Some 44: " + Statement + ". The register of kz-2021 counts 44 as of 11 January 2021.]")]
    [InlineData("T-3",
        "The mission was made aware of only 3 complaints lodged with district courts; all were subject to adjudication by the Supreme Court and "
        + "hence denied. [3: " + Statement + ", note 57. The register of kz-2021 counts 3 as of 11 January 2021.]")]
    public void Of_SampleRegister_ReadsAsTheStatement(string name, string expected) =>
        Assert.Equal(expected, Paragraphs(SampleRegister.Entries, SampleRegister.Reported)[name]);

    [Fact]
    public void Of_FilingAfterTheStatedDay_LeavesTheParagraphAsItWas()
    {
        var later = new AnEntry { Received = "2021-01-12T10:00+06:00" };

        Assert.Equal(
            Paragraphs(SampleRegister.Entries, SampleRegister.Reported)["T-2"],
            Paragraphs([.. SampleRegister.Entries, later.Build(1)], SampleRegister.Reported)["T-2"]);
    }

    [Fact]
    public void Of_CountDiffersFromWhatWasStated_PrintsBothWithTheirSources()
    {
        var text = Paragraphs([.. SampleRegister.Entries, new AnEntry().Build(1)], SampleRegister.Reported)["T-2"];

        Assert.StartsWith("Some 44 complaints by what was stated, 45 by the register, were lodged with the Supreme Court", text, StringComparison.Ordinal);
        Assert.EndsWith($"[Some 44: {Statement}. The register of kz-2021 counts 45 as of 11 January 2021.]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingStated_PrintsTheCountAlone() => Assert.StartsWith(
        "44 complaints were lodged with the Supreme Court", Paragraphs(SampleRegister.Entries, [])["T-2"], StringComparison.Ordinal);

    [Fact]
    public void Of_NothingStated_ClaimsNoInformationFromTheForum() => Assert.StartsWith(
        "By 8 January 2021 the Central Election Commission had received 104 applications that were for the most part",
        Paragraphs(SampleRegister.Entries, [])["T-1"],
        StringComparison.Ordinal);

    [Fact]
    public void Of_ApproximateFigure_KeepsTheWordSome()
    {
        ReportedFigure stated = new("M01", "forum=SC", 1, true, "a source", new LocalDate(2021, 1, 11));

        Assert.StartsWith("Some 1 complaint was lodged", Paragraphs([new AnEntry().Build(1)], [stated])["T-2"], StringComparison.Ordinal);
    }

    // The paragraph is about the courts, however many more come to the commissions.
    [Fact]
    public void Of_MoreComplaintsToCommissionsThanToTheCourt_StillSpeaksOfTheCourt() => Assert.StartsWith(
        "44 complaints were lodged with the Supreme Court",
        Paragraphs([.. SampleRegister.Entries, .. Enumerable.Range(1, 60).Select(each => new AnEntry("TEC").Build(each))], [])["T-2"],
        StringComparison.Ordinal);

    [Fact]
    public void Of_ComplaintThatTwoCommissionsDecided_IsOneComplaintReviewed()
    {
        var below = new AnEntry("TEC").Ended("dismissed_merits").Build(1);
        var above = new AnEntry("CEC") { Parent = 1 }.Ended("dismissed_merits").Build(1);
        var both = below with { Proceedings = [.. below.Proceedings, above.Proceedings[0] with { Number = 2 }] };

        Assert.Contains("aware of 1 complaint reviewed by", Paragraphs([both], [])["T-1"], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EmptyRegister_SaysOnlyThatNothingWasReviewed() => Assert.Equal(
        ["The mission was made aware of no complaints reviewed by the Central Election Commission and lower-level commissions before election day."],
        Paragraphs([], []).Values);

    [Fact]
    public void Of_TrainingElection_HasNothing()
    {
        var law = SampleRegister.Law with { Election = SampleRegister.Law.Election with { IsTraining = true } };
        var statistics = RedressStatistics.Of(law, SampleRegister.Entries, SampleRegister.Reported, SampleRegister.Now);

        Assert.Empty(statistics.Measures);
        Assert.Empty(statistics.Paragraphs);
    }

    // The word follows the number: most is more than half of all, all is every one and none unknown.
    public static TheoryData<AnEntryList, string> Wordings => new()
    {
        { [new(), new()], "lodged with the Supreme Court, all of these against ACT-1." },
        { [new(), new() { Act = null }], "the largest part of these (1 of 1, 1 unknown) against ACT-1." }, // half of all is not most
        { [new(), new(), new() { Act = "ACT-2" }], "most of these (2 of 3) against ACT-1." },
        { [new AnEntry().Dismissed("late"), new()], "Of these complaints 1 was dismissed on form, 1 was not yet decided." }, // one unknown: never all
        { [new AnEntry().Ended("upheld"), new AnEntry { Stage = Stage.Withdrawn }], "Of these complaints 1 was upheld, 1 was withdrawn." },
        {
            [new AnEntry { Rectification = false }.Dismissed("late", "defective_form"), new AnEntry { Rectification = false }.Dismissed("late")],
            "on formal grounds (1 for defects of form) or as filed beyond the legal deadlines (2; 2 in all, some on more than one ground)"
        },
        {
            [new AnEntry { Rectification = false }.Dismissed("late"), new AnEntry().Dismissed("late")],
            "given in 0, not given in 1, and is unknown in 1" // one unknown: nobody may write "without a possibility"
        },
    };

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Of_SmallRegister_ClaimsNoMoreThanItKnows(AnEntryList entries, string expected) =>
        Assert.Contains(expected, Paragraphs(entries.Build(), [])["T-2"], StringComparison.Ordinal);

    [Fact]
    public void Of_SomeMisdirected_SaysHowManyAndWhatBecameOfThem()
    {
        AnEntryList entries = [new("DC"), new AnEntry("DC").Dismissed("wrong_forum"), new("DC") { Competent = ["DC"] }];

        Assert.StartsWith(
            "The mission was made aware of 3 complaints lodged with district courts; 2 of 3 were subject to adjudication by the Supreme Court, and 1 was denied for that.",
            Paragraphs(entries.Build(), [])["T-3"],
            StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Paragraphs(
        IReadOnlyList<RegisterEntry> entries, IReadOnlyList<ReportedFigure> reported) =>
        RedressStatistics.Of(SampleRegister.Law, entries, reported, SampleRegister.Now).Paragraphs;
}
