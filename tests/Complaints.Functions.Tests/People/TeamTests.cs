using System.Net.Http;
using System.Net.Http.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.People;

/// <summary>Who works in an election: every role claim until its team is named, and from then on its team.</summary>
public sealed class TeamTests(Tracker tracker)
{
    private static readonly (string Name, string Value) Administrator = Sign.As("administrator", "team-chief");
    private static readonly (string Name, string Value) Named = Sign.As("nobody", "team-named");
    private static readonly (string Name, string Value) Claimed = Sign.As("observer", "team-claimed");

    [Fact]
    public async Task Name_First_LeavesOutWhoeverIsNotOfTheTeam()
    {
        var election = await tracker.AnElectionAsync();
        var before = await RecordAsync(election, Claimed);
        Assert.Equal((201, 403), (before.Status, (await RecordAsync(election, Named)).Status));

        await NameAsync(election, "team-named", "observer");

        var recorded = await RecordAsync(election, Named);
        Assert.Equal((201, 403), (recorded.Status, (await RecordAsync(election, Claimed)).Status));
        Assert.Equal(404, (await tracker.GetAsync(before.Location![1..], Claimed)).Status);
        Assert.Equal(200, (await tracker.GetAsync(recorded.Location![1..], Named)).Status);
        Assert.Equal((403, 200), (await ListAsync(election, Claimed), await ListAsync(election, Named)));
        Assert.Equal(403, (await tracker.GetAsync($"api/elections/{election.Id}/statistics", Sign.As("coordinator", "team-far"))).Status);
        Assert.Equal(200, (await tracker.GetAsync($"api/elections/{election.Id}/statistics", Administrator)).Status);
        Assert.Equal(200, await ListAsync(election, Administrator));
    }

    [Fact]
    public async Task Name_InOneElection_GivesNothingInAnother()
    {
        var (election, other) = (await tracker.AnElectionAsync(), await tracker.AnElectionAsync());

        await NameAsync(election, "team-named", "coordinator");

        Assert.Equal((201, 403), ((await RecordAsync(election, Named)).Status, (await RecordAsync(other, Named)).Status));
        Assert.Equal((200, 403), (await ListAsync(election, Named), await ListAsync(other, Named)));
        Assert.Equal(404, (await tracker.GetAsync((await RecordAsync(other, Claimed)).Location![1..], Named)).Status);
        Assert.Equal(403, (await tracker.PostAsync("api/elections", "{}", Named)).Status);
    }

    [Fact]
    public async Task Name_CoordinatorByClaimAsObserver_IsAnObserverThere()
    {
        var election = await tracker.AnElectionAsync();
        var theirs = await RecordAsync(election, Claimed);
        var coordinator = Sign.As("coordinator", "team-lowered");
        Assert.Equal(200, (await tracker.GetAsync(theirs.Location![1..], coordinator)).Status);

        await NameAsync(election, "team-lowered", "observer");

        Assert.Equal(404, (await tracker.GetAsync(theirs.Location![1..], coordinator)).Status);
    }

    [Fact]
    public async Task Remove_Last_KeepsTheElectionClosed()
    {
        var election = await tracker.AnElectionAsync();
        await NameAsync(election, "team-named", "observer", "analyst");

        var team = await tracker.GetAsync($"api/elections/{election.Id}/team", Administrator);
        var removed = await SendAsync(HttpMethod.Delete, election, "team-named", null);

        Assert.DoesNotContain("team-named", team.Text, StringComparison.Ordinal);
        var member = team.Json.GetProperty("members").EnumerateArray().Single();
        Assert.Equal(["observer", "analyst"], member.GetProperty("roles").EnumerateArray().Select(each => each.GetString()));
        Assert.StartsWith("u-", member.GetProperty("person").GetString(), StringComparison.Ordinal);
        Assert.Equal((200, true, 0), (removed.Status, removed.Json.GetProperty("hasTeam").GetBoolean(), removed.Json.GetProperty("members").GetArrayLength()));
        Assert.Equal((403, 403), ((await RecordAsync(election, Named)).Status, (await RecordAsync(election, Claimed)).Status));
    }

    [Fact]
    public async Task Name_Wrongly_SaysWhatIsWrong()
    {
        var election = await tracker.AnElectionAsync();

        var none = await SendAsync(HttpMethod.Put, election, "x", new { roles = Array.Empty<string>() });
        var unknown = await SendAsync(HttpMethod.Put, election, "x", new { roles = new[] { "administrator" } });
        var nowhere = await SendAsync(HttpMethod.Put, election with { Id = "nowhere" }, "x", new { roles = new[] { "observer" } });

        Assert.Equal((400, "field.missing"), (none.Status, none.Codes.Single()));
        Assert.Equal((400, "field.not-a-code"), (unknown.Status, unknown.Codes.Single()));
        Assert.Equal((404, "election.none"), (nowhere.Status, nowhere.Codes.Single()));
        Assert.False((await tracker.GetAsync($"api/elections/{election.Id}/team", Administrator)).Json.GetProperty("hasTeam").GetBoolean());
    }

    private Task<Answer> RecordAsync(Election election, (string Name, string Value) principal) =>
        tracker.PostAsync("api/complaints", AComplaint.Body(election), principal);

    private async Task<int> ListAsync(Election election, (string Name, string Value) principal) =>
        (await tracker.GetAsync($"api/complaints?election={election.Id}", principal)).Status;

    private async Task NameAsync(Election election, string person, params string[] roles)
    {
        var named = await SendAsync(HttpMethod.Put, election, person, new { roles });
        Assert.True(named.Status == 200, named.Text);
    }

    private Task<Answer> SendAsync(HttpMethod method, Election election, string person, object? body) => tracker.SendAsync(
        method, $"api/elections/{election.Id}/team/{person}", body is null ? null : JsonContent.Create(body), Administrator);
}
