using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Access;

/// <summary>The personas of a laptop: one signs in as each, sees what they may, and signs out again.</summary>
public sealed class SignInTests(Tracker tracker) : IAsyncLifetime
{
    /// <summary>The register of an election: without one it is a page to choose from, or where there is only one leads on to it.</summary>
    private string register = "";

    public async ValueTask InitializeAsync() => register = $"/register?election={(await tracker.AnElectionAsync()).Id}";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("observer-1", "/complaints/new", "/manage/people", "Record a complaint")]
    [InlineData("observer-2", "/register", "/manage/people", "Record a complaint")]
    [InlineData("coordinator", "/manage/people", "/rulebooks/none", "Record a complaint Manage")]
    [InlineData("analyst", "/register", "/complaints/new", "")]
    [InlineData("administrator", "/manage/people", "/complaints/new", "Manage")]
    [InlineData("newcomer", "/rulebooks", "/register", "")]
    public async Task SignIn_AsAPersona_OpensWhatTheyMayAndShowsThatInTheMenu(string persona, string opens, string closed, string menu)
    {
        using var browser = new Browser(tracker, "en");

        await browser.SignInAsync(persona);

        var start = await browser.OpenAsync("/");
        Assert.Equal(200, await browser.StatusAsync(opens == "/register" ? register : opens));
        Assert.NotEqual(200, await browser.StatusAsync(closed == "/register" ? register : closed));
        Assert.Contains("Sign out", start.Text, StringComparison.Ordinal);
        Assert.All(
            new[] { ("Record a complaint", "/complaints/new"), ("Manage", "/manage") },
            door => Assert.Equal(
                menu.Contains(door.Item1, StringComparison.Ordinal),
                start.Html.Contains($"<a class=\"govuk-service-navigation__link\" href=\"{door.Item2}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignOut_OfAPersona_LeavesTheCallerWithoutAName()
    {
        using var browser = new Browser(tracker);
        await browser.SignInAsync("newcomer");
        Assert.Equal(403, await browser.StatusAsync(register));

        var left = await browser.PostAsync("/sign-out");

        Assert.Equal((303, "/"), (left.Status, left.Location));
        Assert.Equal(200, await browser.StatusAsync(register));
    }

    [Theory]
    [InlineData("/register?election=kz-2021", "/register?election=kz-2021")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("/a\nb", "/")]
    public async Task SignIn_OnTheWayToAnAddress_LeadsNowhereElse(string then, string next)
    {
        using var browser = new Browser(tracker);

        Assert.Equal(next, (await browser.SignInAsync("analyst", then)).Location);
    }

    [Fact]
    public async Task SignIn_WithNobodyChosenOrSomebodyUnknown_AsksAgain()
    {
        using var browser = new Browser(tracker, "en");
        var page = await browser.OpenAsync("/sign-in");

        var nobody = await browser.SendAsync(page);
        var unknown = await browser.SendAsync(page, ("persona", "president"));
        var withoutToken = await browser.PostAsync("/sign-in", ("persona", "administrator"));

        Assert.Equal((400, 400, 400), (nobody.Status, unknown.Status, withoutToken.Status));
        Assert.Contains("Choose an answer: “Person”", nobody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), each => each.Name == "complaints-session");
    }

    [Theory]
    [InlineData("AAAAAAAA", true)]
    [InlineData("u-1\nadministrator\n1\n1", false)]
    [InlineData("%%%", false)]
    public async Task Call_WithASessionNobodySealed_IsOfNoPersona(string forged, bool isChange)
    {
        using var browser = new Browser(tracker);
        await browser.SignInAsync("newcomer");
        var cookie = browser.Cookies.GetAllCookies().Single(each => each.Name == "complaints-session");
        cookie.Value = isChange ? string.Concat(cookie.Value.AsSpan(0, cookie.Value.Length - forged.Length), forged) : Uri.EscapeDataString(forged);

        Assert.Equal(200, await browser.StatusAsync(register)); // the laptop's caller without a name
    }

    [Fact]
    public async Task Call_AsAPersonaWithAHeaderBesides_IsOfWhomTheHeaderNames()
    {
        using var browser = new Browser(tracker, Sign.As("analyst", "sign-in-header"));

        await browser.SignInAsync("newcomer");

        Assert.Equal(200, await browser.StatusAsync(register));
    }
}
