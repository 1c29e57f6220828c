using System.Net.Http;
using System.Net.Http.Json;
using Complaints.Functions.Tests.Access;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.People;

/// <summary>Somebody is locked out at once, on every host; and who may do it first is said by configuration.</summary>
public sealed class LockTests(Tracker tracker)
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
