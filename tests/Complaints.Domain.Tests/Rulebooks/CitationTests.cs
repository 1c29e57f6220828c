using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>Places in the law are cited in the language of the reader, and in English as lawyers have read them from the first version on.</summary>
public sealed class CitationTests
{
    private static readonly string[] English =
    [
        "2015 amendments as reported by informburo.kz",
        "Administrative Procedural Code, art. 63",
        "Code of Administrative Procedure of Ukraine, art. 270 (2),(3) (days and hours)",
        "Code of Administrative Procedure of Ukraine, art. 270 (4)",
        "Code of Administrative Procedure of Ukraine, art. 270 (5)",
        "Constitutional Law on Elections, art. 100",
        "Constitutional Law on Elections, art. 100 (says determination)",
        "Constitutional Law on Elections, art. 20",
        "Constitutional Law on Elections, art. 48",
        "Constitutional Law on Elections, art. 49",
        "Days off 2020-21 (kt.kz, caravan.kz)",
        "Electoral Code of Armenia (2016), art. 48 (2016 code)",
        "Electoral Code of Armenia (old), art. 40",
        "Electoral Code of Moldova (2019 text), arts. 72-74",
        "Electoral Code of Moldova (2019 text), arts. 72-74 (counted from the next day)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art. 72(5)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art.72(1),(3)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art.72(5)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art.73(1)-(3)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art.73(2)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art.73(4)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art.74(6)",
        "Electoral Code of Moldova (2019 text), arts. 72-74, art.74(7)",
        "Electoral Code of Moldova (2022), art. 100",
        "IEOM Statement of 11 January 2021, Complaints and Appeals",
        "IEOM Statement of 11 January 2021, Complaints and Appeals (10 days, applied to appeals)",
        "IEOM Statement of 11 January 2021, Complaints and Appeals (10 days, applied to inaction)",
        "IEOM Statement of 11 January 2021, Complaints and Appeals (commissions or courts)",
        "IEOM Statement of 11 January 2021, Complaints and Appeals, note 52",
        "IEOM Statement of 11 January 2021, Complaints and Appeals, note 55",
        "IEOM Statement of 11 January 2021, Complaints and Appeals, notes 55 and 57",
        "IEOM Statement of 11 January 2021, Election Administration",
        "IEOM Statement of 11 January 2021, Electoral System (107 + 49)",
        "IEOM Statement of 11 January 2021, note 53",
        "IEOM Statement of 11 January 2021, note 54",
        "IEOM Statement of 11 January 2021, note 57",
        "Law No 221 on petitions (what is anonymous)",
        "Law of Ukraine No 4061-VI, art. 17",
        "Law of Ukraine on Local Elections (2015), art. 95",
        "Law of Ukraine on Local Elections (2015), art. 95 (1),(2)",
        "Law of Ukraine on Local Elections (2015), art. 95 (3)",
        "Law of Ukraine on Local Elections (2015), art. 95 (4)",
        "Law of Ukraine on Local Elections (2015), art. 95 (5)",
        "Law of Ukraine on Local Elections (2015), art. 95 (6)",
        "Law on Administrative Procedures (No 107-II), art. 12-1 (years and months; the paragraph on days was not read)",
        "ODIHR interim report of 23 December 2020",
        "Supreme Court press service, January 2021",
        "Supreme Court, normative resolution No 2 of 20 March 2003, para 2",
        "astanatv.kz, 22 December 2020",
        "bes.media, 25 November 2022",
        "egov.kz on appeals to state bodies, March 2021",
        "vlast.kz on CEC figures, 2023",
    ];

    private static readonly object[] Shipped = [.. ShippedLaw.Rulebooks.Values.SelectMany(Within).Distinct(ReferenceEqualityComparer.Instance)];

    private static readonly Citation[] Citations = [.. Shipped.OfType<Citation>()];

    [Fact]
    public void Citations_Shipped_AreTheSameInEnglish() =>
        Assert.Equal(English, Citations.Select(each => each.Wording.English).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Citations_Shipped_HaveARussianAndAKazakhWordingOfTheirOwn() => Assert.All(
        Citations.Select(each => each.Wording).Concat(ShippedLaw.Library.Sources.Values.Select(each => each.Cite)).Distinct(),
        each => Assert.Equal(3, new[] { each.English, each.Russian ?? each.English, each.Kazakh ?? each.English }.Distinct().Count()));

    // Within one line languages do not mix, and what is unknown is unknown in three languages too.
    [Fact]
    public void Footings_Shipped_AreCitedInThreeLanguages() => Assert.All(
        Shipped.OfType<Footing>().Select(each => each.Citation).OfType<Text>(),
        each => Assert.True(each.IsIn(Language.Russian) && each.IsIn(Language.Kazakh), each.English));

    // A place nobody cites any more is a wording nobody reads.
    [Fact]
    public void Places_Shipped_AreAllCited() => Assert.Equal(
        Citations.Where(each => each.Place is not null).Select(each => (each.Source.Key, each.Place!)).Distinct().Order(),
        ShippedLaw.Library.Sources.Values.SelectMany(each => each.Places.Keys, (source, place) => (source.Key, place)).Order());

    [Theory]
    [InlineData("kz.commission.appeal.3", Language.Russian, "Заявление Международной миссии по наблюдению за выборами от 11 января 2021 года, сноска 53; A-05; A-06b")]
    [InlineData("kz.commission.appeal.3", Language.Kazakh, "Сайлауды байқау жөніндегі халықаралық миссияның 2021 жылғы 11 қаңтардағы мәлімдемесі, 53-ескертпе; A-05; A-06b")]
    [InlineData("kz.cassation", Language.Russian, "неизвестно, не прочитано: Гражданский процессуальный кодекс, глава об избирательных правах (AMB-15)")]
    [InlineData("kz.cassation", Language.Kazakh, "белгісіз, оқылмаған: Азаматтық процестік кодекс, сайлау құқықтары туралы тарау (AMB-15)")]
    public void Citation_OfALimit_IsInTheLanguage(string limit, Language language, string citation) =>
        Assert.Equal(citation, ShippedLaw.Rulebooks["KZ-2020"].FindLimit(limit)!.Footing.Citation?.In(language));

    [Theory]
    [InlineData("\"OWN\"", "Закон, ст. 1", "Заң, 1-бап")]
    [InlineData("\"OWN: para 2\"", "Закон, ст. 1, п. 2", "Law, art. 1, para 2")]
    [InlineData("\"OWN: para 3\"", "Law, art. 1, para 3", "Law, art. 1, para 3")]
    [InlineData("\"EL-49: note\"", "Constitutional Law on Elections, art. 49, note", "Constitutional Law on Elections, art. 49, note")]
    [InlineData("[\"EL-49\", \"OWN: para 3\"]", "Constitutional Law on Elections, art. 49; Law, art. 1, para 3", "Constitutional Law on Elections, art. 49; Law, art. 1, para 3")]
    public void Citation_NotTranslated_IsInEnglishAltogether(string basis, string russian, string kazakh)
    {
        var document = ADocument.With("limits[0].basis", basis);
        document["sources"] = JsonNode.Parse("""
            [ { "id": "OWN", "title": "a law", "cite": { "en": "Law, art. 1", "ru": "Закон, ст. 1", "kk": "Заң, 1-бап" }, "places": { "para 2": { "ru": "п. 2" } } } ]
            """);

        Assert.True(ADocument.Read(document).IsAllowed(out var rulebook));

        var citation = rulebook!.FindLimit("file")!.Footing.Citation!;
        Assert.Equal((russian, kazakh), (citation.In(Language.Russian), citation.In(Language.Kazakh)));
        Assert.Equal((russian != citation.English, kazakh != citation.English), (citation.IsIn(Language.Russian), citation.IsIn(Language.Kazakh)));
    }

    // What a complaint is pinned to is the law, not how the tracker's own sources are translated.
    [Fact]
    public void Hash_OfARulebook_DoesNotHangOnTheWordingOfShippedSources()
    {
        var untranslated = ShippedLaw.Library with
        {
            Sources = ShippedLaw.Library.Sources.ToDictionary(each => each.Key, each => each.Value with { Cite = new Text(each.Value.Cite.English), Places = new Dictionary<string, Text>() }),
        };
        var shipped = ShippedLaw.Rulebooks["KZ-2020"];

        Assert.True(RulebookReader.Read(Encoding.UTF8.GetBytes(shipped.Document), untranslated).IsAllowed(out var read));

        Assert.Equal((shipped.Hash, shipped.Version), (read!.Hash, read.Version));
        Assert.All(read.Limits.Select(each => each.Footing).Where(each => each.Basis.Count > 0), each => Assert.False(each.Citation!.IsIn(Language.Russian)));
    }

    // The sentence of a refusal is English at the doors of JSON, and so is what it cites.
    [Fact]
    public void Citation_OfARefusal_IsATextInJson()
    {
        var written = JsonSerializer.Serialize(new Refusal("a.b", "No.", new Text("art. 1", "ст. 1", "1-бап")), RecordJson.Options);

        Assert.Equal("""{"code":"a.b","message":"No.","citation":"art. 1"}""", written);
        Assert.Equal("art. 1", JsonSerializer.Deserialize<Refusal>(written, RecordJson.Options)!.Citation?.English);
    }

    /// <summary>Everything of this domain that can be reached from a value.</summary>
    private static IEnumerable<object> Within(object value) => value switch
    {
        string => [],
        IEnumerable list => list.Cast<object?>().OfType<object>().SelectMany(Within),
        _ when value.GetType().Namespace?.StartsWith("Complaints", StringComparison.Ordinal) != true || value.GetType().IsEnum => [],
        _ => value.GetType().GetProperties()
            .Where(each => each.GetMethod is { IsStatic: false } && each.GetIndexParameters().Length == 0)
            .Select(each => each.GetValue(value))
            .OfType<object>()
            .SelectMany(Within)
            .Prepend(value),
    };
}
