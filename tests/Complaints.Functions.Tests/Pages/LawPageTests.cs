using System.Net.Http;
using System.Text.RegularExpressions;
using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The law as a lawyer reads and prints it.</summary>
public sealed class LawPageTests(Tracker tracker)
{
    public static TheoryData<string, string> Shipped => new(
        from id in ShippedLaw.Rulebooks.Keys.Order(StringComparer.Ordinal) from language in new[] { "en", "ru", "kk" } select (id, language));

    [Theory]
    [InlineData("en", "The law", "Kazakhstan, law in force for 10 January 2021", "25 May 2020 to 30 June 2021")]
    [InlineData("ru", "Законодательство", "Казахстан, право, действовавшее на 10 января 2021 года", "25 мая 2020")]
    [InlineData("kk", "Заңнама", "Қазақстан, 2021 жылғы 10 қаңтарда қолданыста болған құқық", "2020 жылғы 25 мамыр")]
    public async Task List_InEachLanguage_LeadsToEveryRulebook(string language, string title, string name, string valid)
    {
        using var browser = new Browser(tracker, language);

        var page = await browser.OpenAsync("/rulebooks");

        Assert.Equal((200, language), (page.Status, page.Language));
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Contains(name, page.Text, StringComparison.Ordinal);
        Assert.Contains(valid, page.Text, StringComparison.Ordinal);
        Assert.All(
            ShippedLaw.Rulebooks.Values.SelectMany(each => each.Footing.Basis), each => Assert.Contains(each.Wording.In(Of(language)), page.Text, StringComparison.Ordinal));
        Assert.All(ShippedLaw.Rulebooks.Values, each => Assert.Contains($"href=\"/rulebooks/{each.Version}\"", page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_LeadsToTheLaw()
    {
        using var browser = new Browser(tracker);

        Assert.Contains("href=\"/rulebooks\"", (await browser.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Page_OfAShippedRulebook_SaysAllOfItInTheLanguage(string id, string language)
    {
        using var browser = new Browser(tracker, language);
        var law = ShippedLaw.Rulebooks[id];
        Text[] wordings =
        [
            law.Name, .. law.Notes, .. law.Forums.Select(each => each.Name), .. law.Limits.Select(each => each.Name), .. law.Readings.Select(each => each.Label),
            .. law.Ambiguities.SelectMany(each => new[] { each.Question, each.PrimaryReading }), .. law.Assumptions.Select(each => each.Text),
            .. law.Standing.Select(each => each.Says), .. law.Form.Select(each => each.Says), .. law.Calendar?.DaysOff.Values ?? [],
            .. law.Sources.Select(each => each.Cite), .. law.Limits.SelectMany(each => each.Footing.Basis).Select(each => each.Wording),
            .. law.Standing.SelectMany(each => each.Parliament?.Basis ?? []).Select(each => each.Wording),
            .. law.Forums.Select(each => each.Footing.Missing).OfType<Text>(), .. law.Limits.Select(each => each.Footing.Missing).OfType<Text>(),
        ];
        string[] plain =
        [
            law.Version, .. law.Limits.Select(each => each.Id), .. law.Windows.Select(each => each.Id), .. law.Sources.Select(each => each.Title),
        ];

        var page = await browser.OpenAsync($"/rulebooks/{id}");

        Assert.Equal((200, language), (page.Status, page.Language));
        Assert.StartsWith($"{law.Name.In(Of(language))} –", page.Title, StringComparison.Ordinal);
        Assert.All(wordings.Select(each => each.In(Of(language))).Concat(plain), each => Assert.Contains(Spaced(each), page.Text, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\{\d\}", page.Text);
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
    }

    // A code without a word would be shown as the code: "length.Day", "policy.post".
    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Page_OfAShippedRulebook_HasAWordForEveryCodeAndAPlaceForEveryLink(string id, string language)
    {
        using var browser = new Browser(tracker, language);

        var page = await browser.OpenAsync($"/rulebooks/{id}");

        Assert.DoesNotMatch(@"\b(?:status|kind|next|length|trigger|case|matter|target|phase|anchor|needs|who|office|parallel|topic|limit|dayOne|roll|window|gap)\.[A-Za-z]", page.Text.Replace("kz.window.immediate", "", StringComparison.Ordinal).Replace("am.window.promptly", "", StringComparison.Ordinal));
        var anchors = Regex.Matches(page.Html, "id=\"([^\"]+)\"").Select(each => each.Groups[1].Value).ToList();
        Assert.Equal(anchors.Count, anchors.Distinct().Count());
        Assert.Empty(Regex.Matches(page.Html, "href=\"#([^\"]+)\"").Select(each => each.Groups[1].Value).Except(anchors));
    }

    [Fact]
    public async Task Page_OfTheLawOf2021_SaysWhatIsUnknownAndWhatEachLimitIs()
    {
        using var browser = new Browser(tracker, "en");

        var page = await browser.OpenAsync("/rulebooks/KZ-2020@1");

        Assert.Contains("Cassation: limit unknown Civil Procedure Code, chapter on electoral rights AMB-15", page.Text, StringComparison.Ordinal);
        Assert.Contains("kz.commission.decide.5 What for to decide Who must act the forum Length calendar days: 5 Counted from receipt by the forum", page.Text, StringComparison.Ordinal);
        Assert.Contains("days before election day: 5, after it: 0; both included", page.Text, StringComparison.Ordinal);
        Assert.Contains("How many: 10060 on 11 January 2021, 66 of them abroad (IEOM Statement of 11 January 2021, Election Administration)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPublishedVersion_ShowsThatVersion()
    {
        using var browser = new Browser(tracker, "en");
        var law = await ALaw.PublishedAsync(tracker);
        await law.PublishDayOffAsync();

        Assert.Contains("21 December 2020 day of mourning", (await browser.OpenAsync($"/rulebooks/{law.Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("day of mourning", (await browser.OpenAsync($"/rulebooks/{law.First}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rulebooks/XX-1")]
    [InlineData("/rulebooks/KZ-2020@9")]
    [InlineData("/rulebooks/%3Cscript%3E")]
    public async Task NotFound_OfARulebook_SaysSo(string path)
    {
        using var browser = new Browser(tracker, "kk");

        var page = await browser.OpenAsync(path);

        Assert.Equal((404, "kk"), (page.Status, page.Language));
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AsSent_IsSmall()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/rulebooks/KZ-2020?lang=kk");
        request.Headers.Add("Accept-Encoding", "gzip");

        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 30_000);
    }

    private static Language Of(string tag) => tag switch { "ru" => Language.Russian, "kk" => Language.Kazakh, _ => Language.English };

    private static string Spaced(string text) => Regex.Replace(text, @"\s+", " ");
}
