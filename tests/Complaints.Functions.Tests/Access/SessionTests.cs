using System.Globalization;
using System.Text;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Access;

/// <summary>When a session ends, and what is left then: nobody may anything by it, and nothing typed is lost.</summary>
public sealed class SessionTests(StillTracker still) : IClassFixture<StillTracker>
{
    private static int tests;

    // A day for each test: the tracker's clock never goes back.
    private readonly DateTimeOffset start = new DateTimeOffset(2030, 1, 5, 9, 0, 0, TimeSpan.Zero).AddDays(2 * Interlocked.Increment(ref tests));

    private Tracker Tracker => still.Tracker;

    [Fact]
    public async Task Session_WithACallEveryHalfHour_GoesOnForTwelveHours()
    {
        using var browser = new Browser(Tracker, "en");
        await AtAsync(0);
        await browser.SignInAsync("observer-1");

        for (var minutes = 29; minutes < 720; minutes += 29)
        {
            await AtAsync(minutes);
            Assert.Equal((minutes, 200), (minutes, await browser.StatusAsync("/complaints/new")));
        }

        await AtAsync(721);
        Assert.Equal(401, await browser.StatusAsync("/complaints/new"));
    }

    [Fact]
    public async Task Session_Idle_EndsAtEveryDoorUntilOneSignsInAgain()
    {
        using var browser = new Browser(Tracker, "en");
        await AtAsync(0);
        await browser.SignInAsync("observer-1");
        await AtAsync(31);

        var page = await browser.OpenAsync("/register?election=none");
        var json = await browser.OpenAsync("/api/elections");
        var again = await browser.OpenAsync("/complaints/new");

        Assert.Equal((401, 401, 401), (page.Status, json.Status, again.Status));
        Assert.Contains("Your session has ended", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in?then=%2Fregister%3Felection%3Dnone\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("access.session-ended", json.Html, StringComparison.Ordinal);
        Assert.Equal(200, await browser.StatusAsync("/rulebooks")); // open to everybody

        await browser.SignInAsync("observer-1");
        Assert.Equal(200, await browser.StatusAsync("/complaints/new"));
    }

    // Files of pages are kept by browsers and by what stands between for good: no cookie may lie among them.
    [Fact]
    public async Task Session_WithACallOfAFile_IsNotSentAlong()
    {
        using var browser = new Browser(Tracker, "en");
        await AtAsync(0);
        await browser.SignInAsync("observer-1");
        var file = System.Text.RegularExpressions.Regex.Match((await browser.OpenAsync("/rulebooks")).Html, "href=\"(/assets/[^\"]+)\"").Groups[1].Value;
        await AtAsync(5);

        var sent = await browser.OpenAsync(file);
        var page = await browser.OpenAsync("/rulebooks");

        Assert.Equal((200, false, true), (sent.Status, sent.Response.Headers.Contains("Set-Cookie"), page.Response.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task Form_SentAfterTheSessionEnded_IsKeptAndTakenOnceMore()
    {
        using var browser = new Browser(Tracker, "en");
        await AtAsync(0);
        var election = new Election { Id = "kept", Code = "KEPT", Name = "A form that is kept", Rulebook = "KZ-2020" };
        var opened = await Tracker.PostAsync("api/elections", new { election.Id, election.Code, election.Name, election.Rulebook, electionDay = "2021-01-10" });
        Assert.True(opened.Status == 201, opened.Text);
        await browser.SignInAsync("observer-2");
        var form = await browser.OpenAsync("/complaints/new");
        await AtAsync(45);

        var refused = await browser.SendAsync(form, [.. AForm.OfAComplaint(election), ("narrative", "Line one\nand \"two\" <b>")]);

        Assert.Equal(401, refused.Status);
        Assert.Equal("Line one\nand \"two\" <b>", refused.Holds("narrative"));
        Assert.Equal("/complaints/drafts", refused.Action);
        Assert.Equal(0, await RecordedAsync(election.Id));

        await browser.SignInAsync("observer-2");
        var taken = await browser.SendAsync(refused);
        var twice = await browser.SendAsync(refused);

        Assert.Equal((303, 303, taken.Location), (taken.Status, twice.Status, twice.Location));
        Assert.Equal(200, (await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(taken.Location!, "check")))).Status);
        Assert.Equal(1, await RecordedAsync(election.Id));
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsNotShownAgain()
    {
        using var browser = new Browser(Tracker, "en");
        await AtAsync(0);
        await browser.SignInAsync("observer-2");
        await AtAsync(45);

        var refused = await browser.PostAsync("/complaints/drafts", ("narrative", "planted"));

        Assert.Equal(401, refused.Status);
        Assert.DoesNotContain("planted", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_WhileInSession_EndsItAtOnceAndLetsOneLeave()
    {
        using var administrator = new Browser(Tracker, "en");
        using var coordinator = new Browser(Tracker, "en");
        await AtAsync(0);
        await administrator.SignInAsync("administrator");
        await coordinator.SignInAsync("coordinator");
        Assert.Equal(200, await coordinator.StatusAsync("/complaints/new"));

        var sent = await administrator.SendAsync(await administrator.OpenAsync("/manage/people"), ("_person", "persona.coordinator"), ("locked", "true"));
        Assert.Equal(303, sent.Status);

        Assert.Equal((403, 403), (await coordinator.StatusAsync("/complaints/new"), await coordinator.StatusAsync("/")));
        Assert.Equal(303, (await coordinator.PostAsync("/sign-out")).Status);
        Assert.Equal(200, await coordinator.StatusAsync("/"));
    }

    // What App Service Authentication says of a sign-in: the token's iat, in seconds.
    [Theory]
    [InlineData(29, 200)]
    [InlineData(31, 401)]
    public async Task Principal_WhoseSignInIsSoOld_IsLetInWithoutASession(int minutes, int status)
    {
        await AtAsync(minutes);

        Assert.Equal(status, (await Tracker.GetAsync("api/elections", SignedIn(0))).Status);
    }

    [Fact]
    public async Task Principal_InASession_MayStayLongerAndSignInAnew()
    {
        using var browser = new Browser(Tracker, SignedIn(0));

        foreach (var minutes in new[] { 20, 45, 70 })
        {
            await AtAsync(minutes);
            Assert.Equal((minutes, 200), (minutes, await browser.StatusAsync("/complaints/new")));
        }

        await AtAsync(101);
        Assert.Equal((401, 401), (await browser.StatusAsync("/complaints/new"), await browser.StatusAsync("/complaints/new")));

        using var anew = new Browser(Tracker, SignedIn(100));
        anew.Cookies.Add(browser.Cookies.GetAllCookies());
        Assert.Equal(200, await anew.StatusAsync("/complaints/new"));
    }

    [Fact]
    public async Task Principal_WhoDoesNotSayWhenTheySignedIn_IsAskedOnce()
    {
        using var browser = new Browser(Tracker, Sign.As("observer", "session-undated"));
        await AtAsync(0);
        Assert.Equal(200, await browser.StatusAsync("/complaints/new"));

        await AtAsync(31);

        Assert.Equal((401, 200), (await browser.StatusAsync("/complaints/new"), await browser.StatusAsync("/complaints/new")));
    }

    [Fact]
    public async Task Principal_WithSomebodyElsesSession_HasNone()
    {
        using var browser = new Browser(Tracker, SignedIn(0));
        await AtAsync(20);
        Assert.Equal(200, await browser.StatusAsync("/complaints/new"));
        using var other = new Browser(Tracker, SignedIn(0, "session-other"));
        other.Cookies.Add(browser.Cookies.GetAllCookies());

        await AtAsync(40);

        Assert.Equal((200, 401), (await browser.StatusAsync("/complaints/new"), await other.StatusAsync("/complaints/new")));
    }

    private (string Name, string Value) SignedIn(int minute, string person = "session-principal") => (
        "X-MS-CLIENT-PRINCIPAL",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $$"""{ "claims": [ { "typ": "sub", "val": "{{person}}" }, { "typ": "roles", "val": "observer" }, { "typ": "iat", "val": "{{start.AddMinutes(minute).ToUnixTimeSeconds()}}" } ] }""")));

    private Task AtAsync(int minute) => Tracker.SetClockAsync(start.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private async Task<int> RecordedAsync(string election) =>
        (await Tracker.GetAsync($"api/complaints?election={election}")).Json.GetProperty("complaints").GetArrayLength();
}
