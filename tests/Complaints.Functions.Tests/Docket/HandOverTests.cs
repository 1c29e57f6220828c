using System.Net.Http;
using System.Net.Http.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Receipts;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A complaint is handed to a colleague of the team, whose it is from then on.</summary>
[Collection(typeof(Still))]
public sealed class HandOverTests(StillTracker still)
{
    private static readonly (string Name, string Value) Old = Sign.As("observer", "keep-a");
    private static readonly (string Name, string Value) New = Sign.As("observer", "keep-b");
    private static readonly (string Name, string Value) Coordinator = Sign.As("coordinator", "keep-c");

    private readonly Tracker tracker = still.Tracker;

    [Fact]
    public async Task HandOver_ToAColleague_IsTheirsAndNoLongerTheOldOnes()
    {
        var (election, id) = await RecordedAsync();

        var handed = await HandAsync(id, "keep-b", Old);

        Assert.True(handed.Status == 200, handed.Text);
        Assert.Equal((404, 200, 200), (await StatusAsync(id, Old), await StatusAsync(id, New), await StatusAsync(id, Coordinator)));
        Assert.Equal((0, 1), (await ListedAsync(election, Old), await ListedAsync(election, New)));
        Assert.Equal((1, 0), (await ListedAsync(election, New, "&mine=true"), await ListedAsync(election, Coordinator, "&mine=true")));
        var last = (await tracker.GetAsync($"api/complaints/{id}/history", New)).Json.GetProperty("events").EnumerateArray().Last();
        Assert.Equal(("HandedOver", "workload"), (last.GetProperty("kind").GetString(), last.GetProperty("data").GetProperty("why").GetString()));
        Assert.Equal(handed.Json.GetProperty("keptBy").GetString(), last.GetProperty("data").GetProperty("to").GetString());
    }

    [Fact]
    public async Task HandOver_SentAgainByWhoHasGivenItAway_IsAnsweredAsBefore()
    {
        var (_, id) = await RecordedAsync();

        var first = await HandAsync(id, "keep-b", Old, "one");
        var second = await HandAsync(id, "keep-b", Old, "one");
        var other = await HandAsync(id, "keep-b", Old, "two");

        Assert.Equal((200, 200, 404), (first.Status, second.Status, other.Status));
        Assert.Equal(first.Text, second.Text);
    }

    [Theory]
    [InlineData("nobody-here", "keeper.not-in-the-team")]
    [InlineData("keep-analyst", "keeper.not-in-the-team")]
    [InlineData("keep-locked", "keeper.locked-out")]
    [InlineData("keep-a", "keeper.theirs-already")]
    public async Task HandOver_ToSomebodyWhoCannotKeepIt_IsRefused(string to, string code)
    {
        var (election, id) = await RecordedAsync();
        await NameAsync(election, "keep-analyst", "analyst");
        await NameAsync(election, "keep-locked", "observer");
        await tracker.SendAsync(HttpMethod.Put, "api/people/keep-locked/lock", JsonContent.Create(new { locked = true }), Sign.As("administrator", "keep-chief"));

        var refused = await HandAsync(id, to, Old);

        Assert.Equal((422, code), (refused.Status, refused.Codes.Single()));
        Assert.Equal(200, await StatusAsync(id, Old));
    }

    [Theory]
    [InlineData("""{ "why": "workload" }""", "field.missing")]
    [InlineData("""{ "to": "keep-b" }""", "field.missing")]
    [InlineData("""{ "to": "keep-b", "why": "because I say so" }""", "field.not-a-code")]
    public async Task HandOver_NotFilledIn_NamesTheField(string body, string code)
    {
        var (_, id) = await RecordedAsync();

        var refused = await tracker.PostAsync($"api/complaints/{id}/keeper", body, Old);

        Assert.Equal((400, code), (refused.Status, refused.Codes.First()));
    }

    [Theory]
    [InlineData("en", "The complaint was handed over.", "Handed to a colleague")]
    [InlineData("ru", "Жалоба передана.", "Передана коллеге")]
    [InlineData("kk", "Шағым әріптеске берілді.", "Әріптеске берілді")]
    public async Task HandOver_ThroughTheForm_LeadsBackToTheRegister(string language, string done, string history)
    {
        var (_, id) = await RecordedAsync();
        using var browser = new Browser(tracker, Old);
        using var theirs = new Browser(tracker, Coordinator);
        var form = await browser.OpenAsync($"/complaints/{id}/keeper?lang={language}");
        var to = System.Text.RegularExpressions.Regex.Match(form.Html, """<option value="(u-[0-9a-f]{16})">""").Groups[1].Value;

        var none = await browser.SendAsync(form, ("why", "workload"));
        var sent = await browser.SendAsync(form, ("to", to), ("why", "workload"));
        var twice = await browser.SendAsync(form, ("to", to), ("why", "workload"));
        var register = await browser.OpenAsync(sent.Location!);

        Assert.Equal((400, 303, 303, sent.Location), (none.Status, sent.Status, twice.Status, twice.Location));
        Assert.Contains("<a href=\"#to\">", none.Html, StringComparison.Ordinal);
        Assert.Contains(done, register.Text, StringComparison.Ordinal);
        Assert.Contains($"{history} {to}", (await theirs.OpenAsync($"/complaints/{id}/history?lang={language}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_AndLinked_IsNotTheComplainantsToRead()
    {
        var (election, id) = await RecordedAsync();
        var (complaint, other) = (new AComplaint(tracker, id), await AComplaint.RecordedAsync(tracker, election));
        Assert.Equal(200, (await HandAsync(id, "keep-b", Coordinator)).Status);
        await SameAsync(id, other.Id, linked: true, "recorded_twice");
        await SameAsync(id, other.Id, linked: false, "facts_differ");
        await SameAsync(id, other.Id, linked: true, "recorded_twice");
        string[] kinds = ["HandedOver", "LinkedAsSame", "Unlinked"];
        Assert.Subset((await complaint.HistoryAsync()).ToHashSet(), kinds.ToHashSet<string?>());
        var code = await AFollower.CodeAsync(tracker, complaint, New);
        using var follower = new AFollower(tracker);
        using var browser = new Browser(tracker);

        var followed = await Answer.OfAsync(await follower.TryAsync(id, code));
        var page = await browser.SendAsync(await browser.OpenAsync("/follow"), ("reference", id), ("code", code));

        Assert.Equal((200, 200), (followed.Status, page.Status));
        Assert.All(kinds, kind => Assert.DoesNotContain(kind, followed.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(["Handed to a colleague", "The same complaint as"], said => Assert.DoesNotContain(said, page.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All([followed.Text, page.Html], text => Assert.DoesNotContain(other.Id, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Verifier_ElectionWithNewEvents_FindsItWhole()
    {
        var (election, id) = await RecordedAsync();
        var (_, other) = (0, (await tracker.PostAsync("api/complaints", AComplaint.Body(election), Coordinator)).Json.GetProperty("id").GetString()!);
        Assert.Equal(200, (await HandAsync(id, "keep-b", Coordinator)).Status);
        await SameAsync(id, other, linked: true, "recorded_twice");

        var (exitCode, said) = await Verify.ElectionAsync(tracker.Storage, election.Id);

        Assert.True(exitCode == 0, said);
        using var bundle = new ABundle(
            await ReadBundleAsync(id), (await tracker.GetAsync("api/keys")).Text);
        Assert.Contains(bundle.Lines, line => line.Contains("HandedOver", StringComparison.Ordinal));
        var (bundleCode, bundleSaid) = await bundle.CheckAsync("--keys", bundle.Keys);
        Assert.True(bundleCode == 0, bundleSaid);
    }

    private async Task<byte[]> ReadBundleAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/complaints/{id}/bundle");
        request.Headers.TryAddWithoutValidation(Coordinator.Name, Coordinator.Value);
        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An election with a team of three, and a complaint of the first of them.</summary>
    private async Task<(Election Election, string Id)> RecordedAsync()
    {
        var election = await tracker.AnElectionAsync();
        await NameAsync(election, "keep-a", "observer");
        await NameAsync(election, "keep-b", "observer");
        await NameAsync(election, "keep-c", "coordinator");
        var recorded = await tracker.PostAsync("api/complaints", AComplaint.Body(election), Old);
        Assert.True(recorded.Status == 201, recorded.Text);
        return (election, recorded.Json.GetProperty("id").GetString()!);
    }

    private async Task NameAsync(Election election, string person, string role)
    {
        var named = await tracker.SendAsync(
            HttpMethod.Put, $"api/elections/{election.Id}/team/{person}", JsonContent.Create(new { roles = new[] { role } }), Sign.As("administrator", "keep-chief"));
        Assert.Equal(200, named.Status);
    }

    private Task<Answer> HandAsync(string id, string to, (string Name, string Value) principal, string? key = null) => tracker.PostAsync(
        $"api/complaints/{id}/keeper", new { to, why = "workload" }, key is null ? [principal] : [principal, ("Idempotency-Key", key)]);

    private async Task SameAsync(string id, string other, bool linked, string why)
    {
        var said = await tracker.PostAsync($"api/complaints/{id}/same", new { other, linked, why }, Coordinator);
        Assert.True(said.Status == 200, said.Text);
    }

    private async Task<int> StatusAsync(string id, (string Name, string Value) principal) => (await tracker.GetAsync($"api/complaints/{id}", principal)).Status;

    private async Task<int> ListedAsync(Election election, (string Name, string Value) principal, string more = "") =>
        (await tracker.GetAsync($"api/complaints?election={election.Id}{more}", principal)).Json.GetProperty("complaints").GetArrayLength();
}
