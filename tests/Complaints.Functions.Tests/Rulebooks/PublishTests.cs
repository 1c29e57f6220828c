using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>Rulebooks over HTTP: published once, read by everybody, never replaced.</summary>
public sealed class PublishTests(Tracker tracker)
{
    [Fact]
    public async Task Publish_DayOffAdded_AnswersWhatItChanges()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var published = await law.PublishDayOffAsync();

        Assert.Equal((201, $"/api/rulebooks/{law.Second}"), (published.Status, published.Location));
        Assert.Equal((law.Second, law.Second, law.First), (Text(published, "version"), Text(published, "calendar"), Text(published, "before")));
        var difference = Assert.Single(published.Json.GetProperty("differences").EnumerateArray());
        Assert.Equal(("calendar.2020-12-21", "day of mourning"), (difference.GetProperty("place").GetString(), difference.GetProperty("after").GetString()));

        var read = await tracker.GetAsync($"api/rulebooks/{law.Second}");
        Assert.Equal(Text(published, "hash"), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(read.Text))));
        var listed = (await tracker.GetAsync("api/rulebooks")).Json.GetProperty("rulebooks").EnumerateArray();
        Assert.Contains(law.Second, listed.Select(each => each.GetProperty("version").GetString()));
    }

    [Fact]
    public async Task Publish_TheSameAgain_AnswersTheSame()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var first = await law.PublishDayOffAsync();
        Assert.Equal((first.Status, first.Text, first.Location), await Again(law));

        static (int, string, string?) Of(Answer answer) => (answer.Status, answer.Text, answer.Location);
        async Task<(int, string, string?)> Again(ALaw law) => Of(await law.PublishDayOffAsync());
    }

    [Fact]
    public async Task Publish_TheSameVersionWithOtherContent_Is409AndChangesNothing()
    {
        var law = await ALaw.PublishedAsync(tracker);
        await law.PublishDayOffAsync();
        var before = await tracker.GetAsync($"api/rulebooks/{law.Second}");
        var other = await tracker.PostAsync("api/rulebooks", law.Document(2, law.First, new { limits = new Dictionary<string, object> { ["kz.file.10"] = new Dictionary<string, int> { ["length.value"] = 15 } } }));
        Assert.Equal(409, other.Status);
        Assert.Equal(["rulebook.version-taken"], other.Codes);
        Assert.Equal(before.Text, (await tracker.GetAsync($"api/rulebooks/{law.Second}")).Text);
    }

    [Fact]
    public async Task Publish_ShippedVersionWithOtherContent_Is409()
    {
        var document = new JsonObject { ["schemaVersion"] = 1, ["id"] = "KZ-2020", ["version"] = 1, ["basedOn"] = "KZ-2020@1", ["name"] = "mine" };
        Assert.Equal(409, (await tracker.PostAsync("api/rulebooks", document.ToJsonString())).Status);
    }

    [Fact]
    public async Task Publish_CalendarThatIsAnotherAlready_NamesThePlace()
    {
        var law = await ALaw.PublishedAsync(tracker);
        await law.PublishDayOffAsync();
        var third = await tracker.PostAsync("api/rulebooks", law.Document(3, law.First, new
        {
            calendar = new { basedOn = law.First, version = 2, addNonWorking = new[] { new { date = "2020-12-22", name = "another day" } } },
        }));
        Assert.Equal(422, third.Status);
        Assert.Contains(("rulebook.taken", "$.changes.calendar.version"), Refusals(third));
    }

    [Fact]
    public async Task Publish_VersionBehindTheNewest_Is422()
    {
        var law = await ALaw.PublishedAsync(tracker);
        Assert.Equal(201, (await tracker.PostAsync("api/rulebooks", law.Document(5, law.First, new { }))).Status);
        Assert.Equal(["rulebook.version-behind"], (await law.PublishDayOffAsync()).Codes);
    }

    [Fact]
    public async Task Publish_SeveralFaults_NamesEachByItsPath()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var refused = await tracker.PostAsync("api/rulebooks", law.Document(2, law.First, new
        {
            dayCount = new { start = "someday", roll = "none", status = "assumption", assumption = new[] { "A-01", "A-02", "A-03", "A-04" } },
            addForums = new[] { new { id = "NEW", name = "x", kind = "tribunal", instance = "court", next = new[] { "NOWHERE" }, zone = "place" } },
            parallel = new { onBoth = "none", basis = new[] { "NO-SUCH" }, status = "public", assumption = "A-09" },
            removeReadings = new[] { "AMB-99" },
        }));
        Assert.Equal(422, refused.Status);
        Assert.Equal(
            [
                ("rulebook.basis", "$.changes.parallel.basis"),
                ("rulebook.delta", "$.changes.removeReadings"),
                ("rulebook.missing", "$.changes.addForums[0].level"),
                ("rulebook.missing", "$.changes.addForums[0].status"),
                ("rulebook.reference", "$.changes.addForums[0].next"),
                ("rulebook.reference", "$.changes.parallel.basis"),
                ("rulebook.value", "$.changes.addForums[0].kind"),
                ("rulebook.value", "$.changes.dayCount.start"),
            ],
            Refusals(refused).Order());
    }

    // E01 in a version that gives twelve days and still says that ten are given.
    [Fact]
    public async Task Publish_ExampleThatIsCountedOtherwise_NamesThePlaceAndKeepsNothing()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var document = JsonNode.Parse(law.Document(2, law.First, new { limits = new Dictionary<string, object> { ["kz.file.10"] = new Dictionary<string, int> { ["length.value"] = 12 } } }))!;
        var example = WorkedExamples.Find("E01").DeepClone();
        example["ask"]!["rulebook"] = law.Id;
        document["examples"] = new JsonArray(example);

        var refused = await tracker.PostAsync("api/rulebooks", document.ToJsonString());

        Assert.Equal(422, refused.Status);
        Assert.Contains(("rulebook.example", "$.examples[0].expected.lastDay"), Refusals(refused));
        Assert.Equal(404, (await tracker.GetAsync($"api/rulebooks/{law.Second}")).Status);
        document["changes"] = new JsonObject();
        Assert.Equal(201, (await tracker.PostAsync("api/rulebooks", document.ToJsonString())).Status);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("", 400)]
    [InlineData("""{ "id": "A", "id": "B" }""", 400)]
    [InlineData("""{ "id": "\ud800" }""", 400)]
    [InlineData("{}", 422)]
    [InlineData("""{ "basedOn": "KZ-2020@7" }""", 422)]
    [InlineData("""{ "basedOn": [], "calendar": [] }""", 422)]
    public async Task Publish_NoRulebook_SaysSo(string body, int status) =>
        Assert.Equal(status, (await tracker.PostAsync("api/rulebooks", body)).Status);

    [Fact]
    public async Task Publish_LargerThanABodyMayBe_Is413() =>
        Assert.Equal(413, (await tracker.PostAsync("api/rulebooks", $$"""{ "name": "{{new string('x', 1024 * 1024)}}" }""")).Status);

    [Fact]
    public async Task Publish_AsAForm_Is415()
    {
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var answer = await tracker.Http.PostAsync("api/rulebooks", text, TestContext.Current.CancellationToken);
        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("observer")]
    [InlineData("coordinator")]
    [InlineData("analyst")]
    public async Task Publish_WhoIsNoAdministrator_Is403(string role) =>
        Assert.Equal(403, (await tracker.PostAsync("api/rulebooks", "{}", Sign.As(role))).Status);

    [Fact]
    public async Task CountDeadline_UnderAPublishedVersion_CountsByIt()
    {
        var law = await ALaw.PublishedAsync(tracker);
        await law.PublishDayOffAsync();
        Assert.Equal("2020-12-21T18:00:00Z", await LatestAsync(law.First));
        Assert.Equal("2020-12-22T18:00:00Z", await LatestAsync(law.Second));
        Assert.Equal("2020-12-22T18:00:00Z", await LatestAsync(law.Id));
    }

    private async Task<string?> LatestAsync(string rulebook)
    {
        var counted = await tracker.PostAsync("api/deadlines", new
        {
            rulebook,
            limit = "kz.commission.decide.5",
            forum = "TEC",
            forumZone = "Asia/Almaty",
            countedFrom = "2020-12-14T10:00:00+06:00",
            electionDay = "2021-01-10",
        });
        Assert.True(counted.Status == 200, counted.Text);
        return counted.Json.GetProperty("latestUtc").GetString();
    }

    private static string? Text(Answer answer, string name) => answer.Json.GetProperty(name).GetString();

    private static IEnumerable<(string Code, string Field)> Refusals(Answer answer) => answer.Json.GetProperty("refusals").EnumerateArray()
        .Select(each => (each.GetProperty("code").GetString()!, each.GetProperty("field").GetString()!));
}
