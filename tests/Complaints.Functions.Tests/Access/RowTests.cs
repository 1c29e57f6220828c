using System.Net.Http;
using System.Net.Http.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Tests.Access;

/// <summary>Whose complaint is whose: an observer finds their own, and somebody else's nowhere.</summary>
public sealed class RowTests(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly (string Name, string Value) Observer = Sign.As("observer", "row-a");
    private static readonly (string Name, string Value) Other = Sign.As("observer", "row-b");
    private static readonly (string Name, string Value) Coordinator = Sign.As("coordinator", "row-c");
    private static readonly (string Name, string Value) Analyst = Sign.As("analyst", "row-d");

    public static TheoryData<string> Doors => [.. AVisit.Doors.Select(door => $"{door.Method} {door.Name}")];

    private static readonly string[] Others = ["analyst", "administrator"];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Call_SomebodyElsesComplaint_IsAnsweredAsIfThereWereNone(string name)
    {
        var election = await tracker.AnElectionAsync();
        var id = await RecordAsync(election, Observer);
        var none = Reference.Draw(election.Code, Instant.FromUtc(2021, 1, 5, 0, 0), Reference.Seed("none")).Id;
        var stranger = Other;

        if (!Door(name).IsFor("observer"))
        {
            // A coordinator, whom the team of this election leaves out.
            stranger = Sign.As("coordinator", "row-far");
            await NameAsync(election, "row-a");
        }

        var theirs = await tracker.VisitAsync(Door(name), id, stranger);
        var missing = await tracker.VisitAsync(Door(name), none, stranger);

        Assert.Equal(404, theirs.Status);
        Assert.Equal(missing with { Text = Anonymous(missing.Text, none) }, theirs with { Text = Anonymous(theirs.Text, id) });
        Assert.Equal("\"2\"", (await tracker.GetAsync($"api/complaints/{id}", Observer)).ETag);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Call_OnesOwnAndAsCoordinator_GetsIn(string name)
    {
        var id = await RecordAsync(await tracker.AnElectionAsync(), Observer);

        foreach (var principal in new[] { Observer, Coordinator }.Skip(Door(name).IsFor("observer") ? 0 : 1))
        {
            var answer = await tracker.VisitAsync(Door(name), id, principal);
            Assert.True(answer.Status is 200 or 201 or 303 or 422, $"{name}: {answer.Status} {answer.Text}");
        }
    }

    // Who recorded a complaint is not told who read it, and neither holds nor erases it.
    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Call_OnesOwnAtADoorOfCoordinators_IsNotAllowed(string name)
    {
        if (!Door(name).IsFor("observer"))
        {
            var id = await RecordAsync(await tracker.AnElectionAsync(), Observer);
            Assert.Equal(403, (await tracker.VisitAsync(Door(name), id, Observer)).Status);
        }
    }

    // Histories quote what forums wrote: who counts complaints and who administers the tracker has no need of one. Who administers may see who read what, and hold.
    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Call_AsAnalystOrAdministrator_IsNotAllowed(string name)
    {
        foreach (var role in Others.Where(each => !Door(name).IsFor(each)))
        {
            Assert.Equal(403, (await tracker.VisitAsync(Door(name), "x", Sign.As(role, "row-g"))).Status);
        }

        string[] forAdministrators = ["GET ListReads", "HEAD ListReads", "GET ShowReads", "HEAD ShowReads", "POST SetHold", "GET ShowHold", "HEAD ShowHold", "POST SendHold"];
        Assert.Equal((false, forAdministrators.Contains(name)), (Door(name).IsFor("analyst"), Door(name).IsFor("administrator")));
    }

    [Fact]
    public async Task Statistics_AsObserver_AreNotTheirs()
    {
        var path = $"api/elections/{(await tracker.AnElectionAsync()).Id}/statistics";

        Assert.Equal((403, 200), ((await tracker.GetAsync(path, Observer)).Status, (await tracker.GetAsync(path, Analyst)).Status));
    }

    [Fact]
    public async Task List_AsObserver_HoldsTheirOwn()
    {
        var election = await tracker.AnElectionAsync();
        var (id, others) = (await RecordAsync(election, Observer), await RecordAsync(election, Other));

        Assert.Equal([id], await ListAsync(election, Observer));
        Assert.Equal([others], await ListAsync(election, Other));
        Assert.Equal(new[] { id, others }.Order(StringComparer.Ordinal), await ListAsync(election, Coordinator));
        Assert.Equal(new[] { id, others }.Order(StringComparer.Ordinal), await ListAsync(election, Analyst));
    }

    [Fact]
    public async Task Register_AsObserverOrAnalyst_ShowsTheirRowsAndOpensTheirOwn()
    {
        var election = await tracker.AnElectionAsync();
        var (id, others) = (await RecordAsync(election, Observer), await RecordAsync(election, Other));

        var own = await tracker.GetAsync($"register?election={election.Id}", Observer);
        var whole = await tracker.GetAsync($"register?election={election.Id}", Analyst);

        Assert.Contains($"href=\"/complaints/{id}\"", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(others, own.Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(new[] { id, others }, each => Assert.Contains(each.ToUpperInvariant(), whole.Text, StringComparison.Ordinal));
        Assert.DoesNotContain($"href=\"/complaints/{election.Code}", whole.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Start_AsObserver_CountsTheirOwn()
    {
        var opened = await tracker.PostAsync(
            "api/elections", new { id = "rows-of-the-start", code = "RWS", name = "The rows of the start page", rulebook = "KZ-2020", electionDay = "2021-01-10" });
        Assert.True(opened.Status == 201, opened.Text);
        var election = new Election { Id = "rows-of-the-start", Code = "RWS", Name = "", Rulebook = "" };
        await RecordAsync(election, Observer);
        await RecordAsync(election, Other);

        Assert.Equal(("1", "2", "0"), (await CountAsync(Observer), await CountAsync(Coordinator), await CountAsync(Sign.As("observer", "row-e"))));
        Assert.DoesNotContain(opened.Json.GetProperty("name").GetString()!, (await tracker.GetAsync("", Sign.As("nobody", "row-f"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeat_UnderSomebodyElsesKey_TellsNothing()
    {
        var election = await tracker.AnElectionAsync();
        var key = ("Idempotency-Key", "one");
        var first = await tracker.PostAsync("api/complaints", AComplaint.Body(election), Observer, key);
        var path = first.Location![1..];
        var step = new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" };

        var lodged = await tracker.PostAsync($"{path}/steps", step, Observer, key);
        var theirs = await tracker.PostAsync($"{path}/steps", step, Other, key);
        var again = await tracker.PostAsync($"{path}/steps", step, Observer, key);
        var second = await tracker.PostAsync("api/complaints", AComplaint.Body(election), Other, key);

        Assert.Equal((200, 404, 200, 201), (lodged.Status, theirs.Status, again.Status, second.Status));
        Assert.NotEqual(first.Location, second.Location);
    }

    private async Task NameAsync(Election election, string person)
    {
        var named = await tracker.SendAsync(
            HttpMethod.Put, $"api/elections/{election.Id}/team/{person}", JsonContent.Create(new { roles = new[] { "observer" } }), Sign.As("administrator", "row-chief"));
        Assert.Equal(200, named.Status);
    }

    private static ADoor Door(string name) => AVisit.Doors.Single(each => $"{each.Method} {each.Name}" == name);

    private static string Anonymous(string text, string id) => text.Replace(id, "it", StringComparison.OrdinalIgnoreCase);

    /// <summary>A complaint with a document, both of this caller.</summary>
    private async Task<string> RecordAsync(Election election, (string Name, string Value) principal)
    {
        var recorded = await tracker.PostAsync("api/complaints", AComplaint.Body(election), principal);
        Assert.True(recorded.Status == 201, recorded.Text);
        var id = recorded.Json.GetProperty("id").GetString()!;
        var added = await tracker.VisitAsync(AVisit.Doors.Single(each => each.Name == "AddDocument"), id, principal);
        Assert.True(added.Status == 201, added.Text);
        return id;
    }

    private async Task<IEnumerable<string?>> ListAsync(Election election, (string Name, string Value) principal)
    {
        var listed = await tracker.GetAsync($"api/complaints?election={election.Id}", principal);
        Assert.Equal(200, listed.Status);
        return [.. listed.Json.GetProperty("complaints").EnumerateArray().Select(each => each.GetProperty("id").GetString())];
    }

    /// <summary>How many complaints the start page counts in the election of the test.</summary>
    private async Task<string> CountAsync((string Name, string Value) principal)
    {
        using var browser = new Browser(tracker, principal);
        var page = await browser.OpenAsync("/");
        var card = page.Text[page.Text.LastIndexOf("The rows of the start page", StringComparison.Ordinal)..];
        return System.Text.RegularExpressions.Regex.Match(card, @"On record (\d+)").Groups[1].Value;
    }
}
