using System.Net.Http;
using System.Net.Http.Json;
using Complaints.Functions.Tests.Access;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.People;

/// <summary>Somebody is locked out at once, on every host; and who may do it first is said by configuration.</summary>
public sealed class LockTests(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly TimeSpan WithinASecond = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Lock_OnOneHost_RefusesEveryCallOnAnotherWithinASecond()
    {
        var environment = new Dictionary<string, string?> { ["COMPLAINTS_ADMINISTRATORS"] = "somebody-else, lock-chief" };
        await using var host = await TrackerProcess.StartAsync(tracker.Storage, environment, TestContext.Current.CancellationToken);
        var (chief, person) = (Sign.As("nobody", "lock-chief"), Sign.As("coordinator", "lock-person"));
        var address = $"api/complaints?election={(await tracker.AnElectionAsync()).Id}";
        Assert.Equal(200, (await tracker.GetAsync(address, person)).Status);

        Assert.Equal(200, await LockAsync(host.Http, "lock-person", true, chief));

        await Task.Delay(WithinASecond, TestContext.Current.CancellationToken);
        Assert.Equal((403, "access.locked"), Refusal(await tracker.GetAsync(address, person)));

        // The way in and out of a laptop's personas is open also to whom is locked out.
        foreach (var door in ADoor.All.Where(each => each.Name is not ("ShowSignIn" or "SendSignIn" or "SignOut")))
        {
            Assert.Equal((door.Name, 403), (door.Name, await door.CallAsync(tracker.Http, person.Value)));
        }

        Assert.Equal(200, await LockAsync(host.Http, "lock-person", false, chief));
        await Task.Delay(WithinASecond, TestContext.Current.CancellationToken);
        Assert.Equal(200, (await tracker.GetAsync(address, person)).Status);
    }

    [Fact]
    public async Task Lock_OneselfOrWithoutBeingAnAdministrator_IsRefused()
    {
        var administrator = Sign.As("administrator", "lock-self");

        using var own = await SendAsync(tracker.Http, "lock-self", true, administrator);

        Assert.Equal((422, "lock.yourself"), Refusal(await Answer.OfAsync(own)));
        Assert.Equal(403, await LockAsync(tracker.Http, "lock-self", true, Sign.As("nobody", "lock-chief")));
        Assert.Equal(200, (await tracker.GetAsync("api/elections", administrator)).Status);
    }

    // A pseudonym is a hash, so a mail address in place of the id gives one as good as any, and nobody is locked out.
    [Fact]
    public async Task Lock_SomebodyNobodyHasMet_SaysSo()
    {
        var administrator = Sign.As("administrator", "lock-saying");
        var recorded = await tracker.PostAsync("api/complaints", Docket.AComplaint.Body(await tracker.AnElectionAsync()), Sign.As("observer", "lock-met"));
        Assert.Equal(201, recorded.Status);

        using var met = await SendAsync(tracker.Http, "lock-met", true, administrator);
        using var unknown = await SendAsync(tracker.Http, "lock-unknown", true, administrator);
        var (known, nobody) = (await Answer.OfAsync(met), await Answer.OfAsync(unknown));
        var page = await tracker.GetAsync("manage/people?lang=kk", administrator, ("Accept", "text/html"));

        Assert.Equal((200, true, true), (known.Status, known.Json.GetProperty("locked").GetBoolean(), known.Json.GetProperty("isKnown").GetBoolean()));
        Assert.Equal((200, true, false), (nobody.Status, nobody.Json.GetProperty("locked").GetBoolean(), nobody.Json.GetProperty("isKnown").GetBoolean()));
        Assert.Contains("The lock stands", nobody.Json.GetProperty("warning").GetString(), StringComparison.Ordinal);
        var row = page.Text.Split("<tr").Single(each => each.Contains(nobody.Json.GetProperty("person").GetString()!, StringComparison.Ordinal));
        Assert.Contains("ешкім топқа қосылмаған", System.Net.WebUtility.HtmlDecode(row), StringComparison.Ordinal);
    }

    // Whoever was taken out of a team again, and an administrator by configuration, need not have recorded anything to be known.
    [Fact]
    public async Task Lock_SomebodyATeamOrConfigurationHasNamed_IsOfSomebodyKnown()
    {
        var administrator = Sign.As("administrator", "lock-saying");
        var member = $"api/elections/{(await tracker.AnElectionAsync()).Id}/team/lock-member";
        Assert.Equal(200, (await tracker.SendAsync(HttpMethod.Put, member, JsonContent.Create(new { roles = new[] { "observer" } }), administrator)).Status);
        Assert.True((await tracker.SendAsync(HttpMethod.Delete, member, null, administrator)).Status is 200 or 204);
        await using var host = await TrackerProcess.StartAsync(
            tracker.Storage, new Dictionary<string, string?> { ["COMPLAINTS_ADMINISTRATORS"] = "lock-configured" }, TestContext.Current.CancellationToken);

        foreach (var (person, isKnown) in new[] { ("lock-member", true), ("lock-configured", true), ("lock-neither", false) })
        {
            using var locked = await SendAsync(host.Http, person, true, administrator);
            Assert.Equal((person, isKnown), (person, (await Answer.OfAsync(locked)).Json.GetProperty("isKnown").GetBoolean()));
        }
    }

    [Fact]
    public async Task Lock_ByTheProvidersId_HoldsInWhateverOrderItsClaimsStand()
    {
        Assert.Equal(200, await LockAsync(tracker.Http, "lock-oid", true, Sign.As("administrator", "lock-saying")));

        Assert.Equal((403, "access.locked"), Refusal(await tracker.GetAsync("api/elections", Principal(("oid", "lock-oid"), ("sub", "lock-sub")))));
        Assert.Equal((403, "access.locked"), Refusal(await tracker.GetAsync("api/elections", Principal(("sub", "lock-sub"), ("oid", "lock-oid")))));
    }

    [Fact]
    public async Task Caller_WhereOneClaimIsNamed_IsWhomThatSays()
    {
        var environment = new Dictionary<string, string?> { ["COMPLAINTS_ADMINISTRATORS"] = "e-1", ["COMPLAINTS_PERSON_CLAIM"] = "employee" };
        await using var host = await TrackerProcess.StartAsync(tracker.Storage, environment, TestContext.Current.CancellationToken);

        Assert.Equal(200, await LockAsync(host.Http, "lock-nobody", false, Principal(("sub", "lock-sub"), ("employee", "e-1"))));
        Assert.Equal(401, await LockAsync(host.Http, "lock-nobody", false, Principal(("sub", "e-1"))));
    }

    // Who can write in the table must not become an administrator of everything by a row of a team.
    [Fact]
    public async Task Team_WhoseRowWasWrittenByHand_MakesNoAdministrator()
    {
        var election = await tracker.AnElectionAsync();
        var somebody = Sign.As("nobody", "lock-hand");
        var person = (await Answer.OfAsync(await SendAsync(tracker.Http, "lock-hand", false, Sign.As("administrator", "lock-saying")))).Json.GetProperty("person").GetString();
        await new Complaints.Storage.StorageAccount(tracker.Storage).Elections.UpsertEntityAsync(
            new Azure.Data.Tables.TableEntity("~people", $"t:{election.Id}:{person}") { ["Roles"] = "observer administrator" }, cancellationToken: TestContext.Current.CancellationToken);
        await Task.Delay(WithinASecond, TestContext.Current.CancellationToken);

        Assert.Equal(200, (await tracker.GetAsync($"api/complaints?election={election.Id}", somebody)).Status);
        Assert.Equal(403, await LockAsync(tracker.Http, "lock-nobody", false, somebody));
        Assert.Equal(403, (await tracker.SendAsync(HttpMethod.Put, $"api/elections/{election.Id}/team/lock-nobody", JsonContent.Create(new { roles = new[] { "observer" } }), somebody)).Status);
    }

    private static (string Name, string Value) Principal(params (string Type, string Value)[] claims) => (
        "X-MS-CLIENT-PRINCIPAL",
        Convert.ToBase64String(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new { claims = claims.Append(("roles", "observer")).Select(each => new { typ = each.Item1, val = each.Item2 }) })));

    private static (int Status, string? Code) Refusal(Answer answer) => (answer.Status, answer.Codes.Single());

    private static async Task<int> LockAsync(HttpClient http, string person, bool locked, (string Name, string Value) principal)
    {
        using var answer = await SendAsync(http, person, locked, principal);
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string person, bool locked, (string Name, string Value) principal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/people/{person}/lock") { Content = JsonContent.Create(new { locked }) };
        request.Headers.Add(principal.Name, principal.Value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
