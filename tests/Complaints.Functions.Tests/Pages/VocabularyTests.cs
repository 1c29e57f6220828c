using System.IO;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The words of the pages: every list has the same keys in each language, and every code has a word.</summary>
public sealed partial class VocabularyTests
{
    private static readonly string Folder = Repository.PathOf("functions", "Complaints.Functions", "Pages", "Vocabulary");

    public static TheoryData<string> Lists => [.. Directory.GetFiles(Folder, "*.ru.resx").Select(each => Path.GetFileName(each).Split('.')[0]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void List_InEachLanguage_HasTheSameKeysAndHoles(string list)
    {
        var english = Read(list, "");

        foreach (var language in new[] { ".ru", ".kk" })
        {
            var other = Read(list, language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(other, each => Assert.Equal(HolesOf(english[each.Key]), HolesOf(each.Value)));
            Assert.All(other, each => Assert.False(string.IsNullOrWhiteSpace(each.Value), each.Key));
        }
    }

    // Words that are the same on purpose are numbers, codes, patterns and dashes: then there is no letter of the language in them.
    [Theory]
    [MemberData(nameof(Lists))]
    public void List_InRussianAndKazakh_IsTranslated(string list) => Assert.All([.. Read(list, ".ru"), .. Read(list, ".kk")], each =>
        Assert.True(Cyrillic().IsMatch(each.Value) || !Word().IsMatch(Pattern().Replace(each.Value, "")), $"{each.Key}: {each.Value}"));

    [Fact]
    public void EveryCode_HasAWord()
    {
        var codes = Taxonomies.Shipped;
        var rulebooks = ShippedLaw.Rulebooks.Values.ToList();
        (string List, IEnumerable<string> Codes)[] lists =
        [
            ("Outcome", codes.Outcomes), ("Ground", codes.Grounds), ("Remedy", codes.Remedies), ("ComplainantType", codes.ComplainantTypes),
            ("Subject", [.. codes.Subjects, .. codes.SubjectGroups]), ("Matter", codes.Matters), ("ChallengedActor", codes.ChallengedActors),
            ("ChallengedActKind", codes.ChallengedActKinds), ("Channel", codes.Channels), ("KnownVia", codes.KnownVia),
            ("Region", codes.Regions.Select(each => each.Code)), ("Stage", Enum.GetNames<Stage>()), ("Instance", Enum.GetNames<Instance>()),
            ("ProceduralStep", Enum.GetNames<ProceduralStep>()), ("Timeliness", Enum.GetNames<Timeliness>()), ("ClockKind", Enum.GetNames<ClockKind>()),
            ("Mode", Enum.GetNames<Mode>()), ("Happening", [.. Enum.GetNames<FactKind>(), nameof(Recorded), nameof(DocumentAdded), nameof(DocumentScanned), nameof(Retracted), nameof(Repinned), nameof(ConsentGiven), nameof(ConsentWithdrawn), nameof(HoldSet), nameof(HoldLifted), nameof(Erased), nameof(HandedOver), nameof(LinkedAsSame), nameof(Unlinked)]),
            ("ReadPurpose", VaultRead.Purposes), ("ConsentPurpose", Consent.Purposes), ("ConsentWay", Consent.Ways), ("ErasureReason", Erasure.Reasons), ("HoldReason", [.. Erasure.Holds, .. Erasure.Lifts]), ("HearingMode", FieldRules.Of("mode").Codes!),
            ("KeeperReason", Keeping.Reasons), ("SameReason", [.. Sameness.Reasons, .. Sameness.Corrections]),
            ("Obligor", rulebooks.SelectMany(each => each.Limits).Select(each => each.Obligor).Append("challengedBody").Distinct()),
            ("Law", Law()), ("Scan", [Scans.None, Scans.Clean, Scans.Quarantined, Scans.Infected]),
        ];

        Assert.All(lists, list => Assert.Empty(list.Codes.Except(Read(list.List, "").Keys, StringComparer.Ordinal)));
    }

    [Fact]
    public void EveryRefusal_HasASentence()
    {
        var sources = Directory.GetFiles(Repository.PathOf("functions"), "*.cs", SearchOption.AllDirectories)
            .Where(each => each.Contains("Complaints.", StringComparison.Ordinal) && !each.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
        var codes = sources.SelectMany(text => RefusalCode().Matches(text)).Select(match => match.Groups["code"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(codes.Count > 60, $"Only {codes.Count} codes were found.");
        Assert.Empty(codes.Where(each => !OtherWords().IsMatch(each)).Except(Read("Refusal", "").Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>Every code of the law that the page about a rulebook puts into words.</summary>
    private static IEnumerable<string> Law()
    {
        (string Part, IEnumerable<string> Codes)[] parts =
        [
            ("status", Enum.GetNames<LegalStatus>()), ("kind", Enum.GetNames<ForumKind>()), ("length", Enum.GetNames<Unit>()), ("limit.for", Enum.GetNames<LimitKind>()),
            ("trigger", Triggers.All), ("matter", Enum.GetNames<Matter>()), ("target", Enum.GetNames<Target>()), ("phase", Selector.Phases), ("who", Enum.GetNames<WhoMayFile>()),
            ("needs", Enum.GetNames<Needs>().Skip(1)), ("dayOne", Enum.GetNames<DayOne>()), ("roll", Enum.GetNames<Roll>()), ("parallel", Enum.GetNames<ParallelEffect>()),
            ("office", Taxonomies.Shipped.OfficeHolders), ("limit.expiry", ["inaction"]), ("topic", ["receipt", "inactionDate", "lateEffect", "suspensiveEffect", "classification"]),
            ("policy", ShippedLaw.Rulebooks.Values.SelectMany(each => each.Policies).SelectMany(each => each.Rules).SelectMany(each => new[] { each.Key, each.Value })),
        ];
        return parts.SelectMany(part => part.Codes.Select(code => $"{part.Part}.{code}"));
    }

    private static Dictionary<string, string> Read(string list, string language) => XDocument.Load(Path.Combine(Folder, $"{list}{language}.resx")).Root!
        .Elements("data").ToDictionary(each => each.Attribute("name")!.Value, each => each.Element("value")!.Value, StringComparer.Ordinal);

    private static string HolesOf(string text) => string.Join(' ', Hole().Matches(text).Select(each => each.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\{\d\}|[A-Z0-9][A-Z0-9-]{3,}")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Word();

    [GeneratedRegex("""(?:new Refusal\(|new\(|WithErrorCode\()\s*"(?<code>[a-z][a-z-]+\.[a-z][a-z-]+)"(?=\s*[,)])|\["(?<code>[a-z][a-z-]+\.[a-z][a-z-]+)"\] = \(""")]
    private static partial Regex RefusalCode();

    // Faults of rulebooks are told to those who wrote them, in a list of lines; the rest are fields and headings of forms.
    [GeneratedRegex(@"^(?:rulebook\.syntax|opening\.|identity\.|record\.(?:act|when|asked|who|sealed))")]
    private static partial Regex OtherWords();
}
