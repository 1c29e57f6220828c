using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.People;

/// <summary>The pages about teams and people: an administrator changes them, a coordinator reads of their own elections.</summary>
public sealed class TeamPageTests(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly (string Name, string Value) Administrator = Sign.As("administrator", "page-chief");

    [Fact]
    public async Task Team_NamedAndRemovedByForm_CountsAtOnce()
    {
        var election = await tracker.AnElectionAsync();
        var address = $"/manage/elections/{election.Id}/team";
        using var browser = new Browser(tracker, Administrator);
        var named = Sign.As("nobody", "page-named");

        var sent = await browser.SendAsync(await browser.OpenAsync(address), ("_person", "page-named"), ("roles", "observer"), ("roles", "analyst"));

        Assert.Equal((303, address), (sent.Status, sent.Location));
        var page = await browser.OpenAsync(address);
        Assert.Contains("Observer, Analyst", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("page-named", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await tracker.GetAsync($"api/complaints?election={election.Id}", named)).Status);

        var person = System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"_person\" value=\"(u-[0-9a-f]{16})\"").Groups[1].Value;
        var token = page.Held.First(each => each.Name == "_token");
        var removed = await browser.PostAsync($"{address}/remove", token, ("_person", person));

        Assert.Equal((303, address), (removed.Status, removed.Location));
        Assert.Contains("Nobody is left", (await browser.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await tracker.GetAsync($"api/complaints?election={election.Id}", named)).Status);
    }

    // A mistyped name makes a pseudonym as good as any: only that nobody has met it can tell.
    [Theory]
    [InlineData("en", "Not met here yet.")]
    [InlineData("ru", "проверьте, что вы ввели")]
    [InlineData("kk", "енгізгеніңізді тексеріңіз")]
    public async Task Team_OfSomebodyNobodyHasMet_SaysSoInTheirRow(string language, string said)
    {
        var (election, other) = (await tracker.AnElectionAsync(), await tracker.AnElectionAsync());
        using var browser = new Browser(tracker, Administrator, ("Accept-Language", language));
        var recorded = await tracker.PostAsync("api/complaints", Docket.AComplaint.Body(election), Sign.As("observer", $"page-met-{language}"));
        Assert.Equal(201, recorded.Status);
        await NameAsync(other.Id, $"page-elsewhere-{language}");

        foreach (var person in new[] { "met", "elsewhere", "mistyped" })
        {
            await NameAsync(election.Id, $"page-{person}-{language}");
        }

        using var roles = System.Net.Http.Json.JsonContent.Create(new { roles = new[] { "analyst" } });
        var mistyped = await tracker.SendAsync(System.Net.Http.HttpMethod.Put, $"api/elections/{election.Id}/team/page-mistyped-{language}", roles, Administrator);
        var page = await browser.OpenAsync($"/manage/elections/{election.Id}/team");
        var told = page.Html.Split("<tr").Where(row => System.Net.WebUtility.HtmlDecode(row).Contains(said, StringComparison.Ordinal)).ToArray();

        Assert.Contains(mistyped.Json.GetProperty("person").GetString()!, Assert.Single(told), StringComparison.Ordinal);

        async Task NameAsync(string team, string person) => Assert.Equal(
            303, (await browser.SendAsync(await browser.OpenAsync($"/manage/elections/{team}/team"), ("_person", person), ("roles", "observer"))).Status);
    }

    [Fact]
    public async Task Team_NamedWrongly_SaysWhatIsWrongAndKeepsWhatWasTyped()
    {
        var election = await tracker.AnElectionAsync();
        var address = $"/manage/elections/{election.Id}/team";
        using var browser = new Browser(tracker, Administrator);
        var page = await browser.OpenAsync(address);

        var nothing = await browser.SendAsync(page);
        var noRole = await browser.SendAsync(page, ("_person", "somebody"));
        var badRole = await browser.SendAsync(page, ("_person", "somebody"), ("roles", "administrator"));
        var extra = await browser.SendAsync(page, ("_person", "somebody"), ("roles", "observer"), ("other", "x"));
        var nobody = await browser.PostAsync($"{address}/remove", page.Held.First(each => each.Name == "_token"));

        Assert.All(new[] { nothing, noRole, badRole, extra, nobody }, each => Assert.Equal(400, each.Status));
        Assert.Contains("Fill in “Sign-in name or pseudonym”", nothing.Text, StringComparison.Ordinal);
        Assert.Equal("somebody", noRole.Holds("_person"));
        Assert.Contains("Choose an answer: “Roles”", noRole.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.OpenAsync("/manage/elections/nowhere/team")).Status);
        Assert.Contains("No team has been named", (await browser.OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AsACoordinator_AreReadOfTheirOwnElectionsAndChangeNothing()
    {
        var (own, other) = (await tracker.AnElectionAsync(), await tracker.AnElectionAsync());
        using var chief = new Browser(tracker, Administrator);
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{own.Id}/team"), ("_person", "page-coordinator"), ("roles", "coordinator"));
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{other.Id}/team"), ("_person", "page-far"), ("roles", "coordinator"));
        using var browser = new Browser(tracker, Sign.As("nobody", "page-coordinator"));

        var people = await browser.OpenAsync("/manage/people");
        var team = await browser.OpenAsync($"/manage/elections/{own.Id}/team");

        Assert.Equal((200, 200, 403), (people.Status, team.Status, await Access.APersona.StatusAsync(browser, $"/manage/elections/{other.Id}/team")));
        Assert.Contains($"/manage/elections/{own.Id}/team", people.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/manage/elections/{other.Id}/team", people.Html, StringComparison.Ordinal);
        Assert.All(new[] { people, team }, page => Assert.DoesNotContain("method=\"post\"", page.Html, StringComparison.Ordinal));
        Assert.Equal(403, (await browser.PostAsync("/manage/people", ("_person", "x"), ("locked", "true"))).Status);
    }

    [Fact]
    public async Task Lock_ByForm_HoldsAndIsUndone()
    {
        using var browser = new Browser(tracker, Administrator);
        var person = Sign.As("analyst", "page-locked");
        Assert.Equal(200, (await tracker.GetAsync("api/elections", person)).Status);
        var page = await browser.OpenAsync("/manage/people");

        Assert.Equal(303, (await browser.SendAsync(page, ("_person", "page-locked"), ("locked", "true"))).Status);
        Assert.Equal(403, (await tracker.GetAsync("api/elections", person)).Status);
        Assert.Contains("locked out", (await browser.OpenAsync("/manage/people")).Text, StringComparison.Ordinal);

        Assert.Equal(303, (await browser.SendAsync(page, ("_person", "page-locked"), ("locked", "false"))).Status);
        Assert.Equal(200, (await tracker.GetAsync("api/elections", person)).Status);
    }

    [Fact]
    public async Task Lock_OneselfByForm_IsRefusedAtTheField()
    {
        using var browser = new Browser(tracker, Administrator);

        var refused = await browser.SendAsync(await browser.OpenAsync("/manage/people"), ("_person", "page-chief"), ("locked", "true"));

        Assert.Equal(422, refused.Status);
        Assert.Contains("id=\"person-error\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_WhereOnlySomeElectionsAreOnes_OffersThose()
    {
        var (own, other) = (await tracker.AnElectionAsync(), await tracker.AnElectionAsync());
        using var chief = new Browser(tracker, Administrator);
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{own.Id}/team"), ("_person", "page-observer"), ("roles", "observer"));
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{other.Id}/team"), ("_person", "page-far"), ("roles", "observer"));
        using var observer = new Browser(tracker, Sign.As("nobody", "page-observer"));
        using var analyst = new Browser(tracker, Sign.As("analyst", "page-reader"));

        var form = await observer.OpenAsync("/complaints/new");
        var register = await observer.OpenAsync("/register");
        var start = await analyst.OpenAsync("/");

        Assert.Contains($"value=\"{own.Id}\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{other.Id}\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"election={other.Id}\"", register.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/complaints/new", start.Html, StringComparison.Ordinal);
    }
}
