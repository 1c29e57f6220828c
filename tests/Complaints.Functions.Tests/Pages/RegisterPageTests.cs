using System.Text.RegularExpressions;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The register is searched, filtered, sorted and paged by its address alone.</summary>
public sealed class RegisterPageTests(Tracker tracker)
{
    [Fact]
    public async Task Register_Searched_FindsByReferenceNumberAndActAndNeverInTheVault()
    {
        var (election, first, second) = await TwoAsync();

        Assert.Equal([first.Id], await FoundAsync(election, $"q={first.Id.ToUpperInvariant()}"));
        Assert.Equal([first.Id], await FoundAsync(election, $"q=%20{first.Id[^10..]}%20"));
        Assert.Equal([first.Id], await FoundAsync(election, "q=3h-17"));
        Assert.Equal([second.Id], await FoundAsync(election, "q=cec/2020"));
        Assert.Empty(await FoundAsync(election, "q=Canarynarrative"));
        Assert.Empty(await FoundAsync(election, "q=A.%20Observer"));
    }

    [Theory]
    [InlineData("stage=Registered", 1)]
    [InlineData("stage=Draft", 2)]
    [InlineData("instance=Commission", 1)]
    [InlineData("forum=TEC", 1)]
    [InlineData("forum=SC", 0)]
    [InlineData("region=almaty_city", 1)]
    [InlineData("region=shymkent", 2)]
    [InlineData("subject=observer_rights", 3)]
    [InlineData("act=KZ-CEC/2020-12.04", 2)]
    [InlineData("mine=true", 3)]
    [InlineData("q=&stage=&sort=reference", 3)]
    public async Task Register_Filtered_ShowsWhatIsAsked(string query, int which)
    {
        var (election, first, second) = await TwoAsync();
        string[] expected = [.. new[] { (1, first.Id), (2, second.Id) }.Where(each => (which & each.Item1) != 0).Select(each => each.Id)];

        Assert.Equal(expected.Order(StringComparer.Ordinal), (await FoundAsync(election, query)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Register_Sorted_IsInThatOrder()
    {
        var (election, first, second) = await TwoAsync();
        await first.TakeAsync(new { step = "Admit", at = "2020-12-14T12:00:00+06:00" });

        Assert.Equal([first.Id, second.Id], await FoundAsync(election, "sort=change"));
        Assert.Equal([first.Id, second.Id], await FoundAsync(election, "sort=filing"));
        Assert.Equal(new[] { first.Id, second.Id }.Order(StringComparer.Ordinal), await FoundAsync(election, "sort=reference"));
    }

    [Theory]
    [InlineData("due=soon")]
    [InlineData("sort=beauty")]
    [InlineData("page=-1")]
    [InlineData("mine=maybe")]
    [InlineData("nonsense=1")]
    public async Task Register_AskedOddly_SaysWhichField(string query)
    {
        using var browser = new Browser(tracker, "ru");

        Assert.Equal(400, (await browser.OpenAsync($"/register?election={(await tracker.AnElectionAsync()).Id}&{query}")).Status);
    }

    [Theory]
    [InlineData("en", "Search the register", "Registered as 3H-17")]
    [InlineData("ru", "Поиск в реестре", "Рег. № 3H-17")]
    [InlineData("kk", "Тізілімнен іздеу", "Тіркеу № 3H-17")]
    public async Task Register_OfALanguage_KeepsWhatWasAskedInItsForm(string language, string search, string number)
    {
        var (election, _, _) = await TwoAsync();
        using var browser = new Browser(tracker, language);

        var page = await browser.OpenAsync($"/register?election={election.Id}&q=3H&stage=Registered&sort=due");

        Assert.Contains(search, page.Text, StringComparison.Ordinal);
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        Assert.Matches("<input [^>]*id=\"q\"[^>]* value=\"3H\"", page.Html);
        Assert.Contains("<option value=\"Registered\" selected>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"due\" selected>", page.Html, StringComparison.Ordinal);
    }

    private async Task<(Election Election, AComplaint First, AComplaint Second)> TwoAsync()
    {
        var election = await tracker.AnElectionAsync();
        var first = await AComplaint.RecordedAsync(tracker, election);
        await first.LodgeAsync();
        await first.TakeAsync(new { step = "Register", at = "2020-12-14T11:00:00+06:00", registrationNumber = "3H-17" });
        var second = await tracker.PostAsync("api/complaints", new
        {
            election = election.Id, matter = "complaint", challengedActor = "CEC", challengedActKind = "decision", challengedAct = "KZ-CEC/2020-12.04",
            subject = "observer_rights.access_and_accreditation", region = "shymkent", narrative = "Canarynarrative",
        });
        Assert.True(second.Status == 201, second.Text);
        return (election, first, new AComplaint(tracker, second.Json.GetProperty("id").GetString()!));
    }

    private async Task<IReadOnlyList<string>> FoundAsync(Election election, string query)
    {
        using var browser = new Browser(tracker);
        var page = await browser.OpenAsync($"/register?election={election.Id}&{query}");
        Assert.Equal(200, page.Status);
        return [.. Regex.Matches(page.Html, "<th scope=\"row\"[^>]*>\\s*<a class=\"govuk-link app-reference\" href=\"/complaints/([^\"]+)\"").Select(each => each.Groups[1].Value)];
    }
}
