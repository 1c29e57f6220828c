using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Docket;

/// <summary>Every door that changes something, by many at once and by one who never heard the first answer.</summary>
public sealed class DoorRaceTests(Tracker tracker)
{
    private const string Fact = """{"fact":"publication","at":"2020-12-15T10:00:00+06:00"}""";
    private const string OtherFact = """{"fact":"publication","at":"2020-12-16T10:00:00+06:00"}""";
    private const string Lodging = """{"step":"Lodge","at":"2020-12-14T10:00:00+06:00","forum":"TEC","forumZone":"Asia/Almaty"}""";
    private const string OtherLodging = """{"step":"Lodge","at":"2020-12-14T11:00:00+06:00","forum":"TEC","forumZone":"Asia/Almaty"}""";

    private const string Note = """{"fact":"hearing","at":"2020-12-15T10:00:00+06:00","note":"told to us"}""";
    private const string OtherNote = """{"fact":"hearing","at":"2020-12-15T10:00:00+06:00","note":"told otherwise"}""";
    private const string Consent = """{"purpose":"publishing","given":true,"at":"2020-12-15T10:00:00+06:00","way":"orally"}""";
    private const string OtherConsent = """{"purpose":"publishing","given":false,"at":"2020-12-15T10:00:00+06:00","way":"orally"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Doors => new() { { "steps", Lodging, OtherLodging }, { "facts", Fact, OtherFact }, { "facts", Note, OtherNote }, { "consent", Consent, OtherConsent } };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Post_OneKey_IsOneEventForOneBodyAndARefusalForAnother(string door, string body, string other)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var same = await AtOnceAsync(8, _ => tracker.PostAsync($"{complaint.Path}/{door}", body, ("Idempotency-Key", "one")));
        var different = await tracker.PostAsync($"{complaint.Path}/{door}", other, ("Idempotency-Key", "one"));
        await complaint.TakeAsync(new { step = "Withdraw", at = "2020-12-16T10:00:00+06:00" });
        var later = await tracker.PostAsync($"{complaint.Path}/{door}", body, ("Idempotency-Key", "one"));

        Assert.All([.. same, later], each => Assert.Equal((200, "\"2\""), (each.Status, each.ETag)));
        Assert.Equal((409, "request.key-used"), (different.Status, different.Codes.Single()));
        Assert.Equal(3, (await complaint.HistoryAsync()).Count);
    }

    // The doors that may be called once in a complaint's life, by eight at once: one event, one answer.
    [Theory]
    [InlineData("hold", """{"set":true,"reason":"court_order"}""", "HoldSet")]
    [InlineData("erase", """{"reason":"safety"}""", "Erased")]
    public async Task Post_OnceForAll_IsOneEventAndOneAnswer(string door, string body, string kind)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var same = await AtOnceAsync(8, _ => tracker.PostAsync($"{complaint.Path}/{door}", body, ("Idempotency-Key", "one")));

        Assert.All(same, each => Assert.Equal((200, 2), (each.Status, each.Json.GetProperty("version").GetInt32())));
        Assert.Equal(["Recorded", kind], await complaint.HistoryAsync());
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Post_AtAVersionThatHasPassed_Is412AndChangesNothing(string door, string body, string other)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await tracker.PostAsync($"{complaint.Path}/facts", Fact);

        var stale = await tracker.PostAsync($"{complaint.Path}/{door}", body, ("If-Match", "\"1\""));
        var known = await tracker.PostAsync($"{complaint.Path}/{door}", other, ("If-Match", "\"2\""));

        Assert.Equal((412, "record.version-stale"), (stale.Status, stale.Codes.Single()));
        Assert.Equal(200, known.Status);
        Assert.Equal(3, (await complaint.HistoryAsync()).Count);
    }

    // The first answer of each is lost between the tracker and its client.
    [Fact]
    public async Task Send_TheFirstAnswerWasLost_IsAnsweredAsItWouldHaveBeen()
    {
        var election = await tracker.AnElectionAsync();
        await using var proxy = await FaultyProxy.StartAsync(tracker.Http.BaseAddress!, cancellationToken: Stop);
        using var http = new HttpClient { BaseAddress = proxy.Address };
        var recorded = await TwiceAsync(http, proxy, "api/complaints", () => Json(System.Text.Json.JsonSerializer.Serialize(AComplaint.Body(election))));
        var complaint = new AComplaint(tracker, recorded.Json.GetProperty("id").GetString()!);

        var lodged = await TwiceAsync(http, proxy, $"{complaint.Path}/steps", () => Json(Lodging));
        var noted = await TwiceAsync(http, proxy, $"{complaint.Path}/facts", () => Json(Fact));
        var added = await TwiceAsync(http, proxy, $"{complaint.Path}/documents", () => Upload("some text"));
        var opened = await TwiceAsync(http, proxy, "api/elections", () => Json($$"""{"id":"{{election.Id}}-lost","code":"Z{{election.Code[1..]}}","name":"Lost","rulebook":"KZ-2020","electionDay":"2021-01-10"}"""));

        Assert.Equal((201, 200, 200, 201, 201), (recorded.Status, lodged.Status, noted.Status, added.Status, opened.Status));
        Assert.Equal(("\"1\"", "\"2\"", "\"3\""), (recorded.ETag, lodged.ETag, noted.ETag));
        Assert.Equal(1, added.Json.GetProperty("number").GetInt32());
        Assert.Equal(["Recorded", "Lodge", "publication", "DocumentAdded"], (await complaint.HistoryAsync()).Select(each => each is "Publication" ? "publication" : each));
    }

    [Fact]
    public async Task Send_OneFormEightTimesAtOnce_IsOneComplaintAndOneStep()
    {
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker);
        var record = await AForm.CheckAsync(browser, election, ("narrative", "The chair asked the observer to leave."));

        var recorded = await AtOnceAsync(8, _ => browser.SendAsync(record));
        var complaint = new AComplaint(tracker, AForm.IdIn(recorded[0]));
        var lodge = await browser.OpenAsync($"/complaints/{complaint.Id}/steps/Lodge");
        var lodged = await AtOnceAsync(8, _ => browser.SendAsync(lodge, [("forum", "TEC"), .. AForm.Moment("at", 11, 1, 2021, "9:00")]));

        Assert.All(recorded, each => Assert.Equal(200, each.Status));
        Assert.Single(recorded.Select(each => (AForm.IdIn(each), AForm.CodeIn(each))).Distinct());
        Assert.All(lodged, each => Assert.Equal(303, each.Status));
        Assert.Equal(["Recorded", "Lodge"], await complaint.HistoryAsync());
        Assert.Equal(1, (await tracker.GetAsync($"api/complaints?election={election.Id}")).Json.GetProperty("complaints").GetArrayLength());
    }

    [Fact]
    public async Task Change_ThirtyTwoClientsOnOneComplaint_EachIsOneEventOrTold()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var answers = await AtOnceAsync(32, async number => (number % 4) switch
        {
            0 => await tracker.SendAsync(HttpMethod.Post, $"{complaint.Path}/documents", Upload($"text {number}")),
            1 => await tracker.PostAsync($"{complaint.Path}/steps", Lodging),
            _ => await tracker.PostAsync($"{complaint.Path}/facts", new { fact = "publication", at = "2020-12-15T10:00:00+06:00", source = number.ToString(CultureInfo.InvariantCulture) }),
        });

        Assert.All(answers, each => Assert.True(each.Status is 200 or 201 || (each.Status, each.Codes.Single()) is (409, "record.changed-meanwhile") or (422, "step.already-filed"), each.Text));
        var kinds = await complaint.HistoryAsync();
        Assert.Equal(1 + answers.Count(each => each.Status < 300), kinds.Count);
        Assert.InRange(kinds.Count(each => each == "Lodge"), 0, 1);
        Assert.Equal(answers.Count(each => each.Status == 201), kinds.Count(each => each == "DocumentAdded"));
    }

    [Fact]
    public async Task Post_OneKeyAtADoorToNoSingleComplaint_IsAnsweredTheSameAndRefusedForAnotherBody()
    {
        var (election, code) = (await tracker.AnElectionAsync(), "V" + (await tracker.AnElectionAsync()).Code[1..]);
        var (rows, other) = (ARegister.Of(ARegister.Row("keyed-1"), ARegister.Row("keyed-2")), ARegister.Of(ARegister.Row("keyed-3")));
        string Open(string name) => $$"""{"id":"{{election.Id}}-keyed","code":"{{code}}","name":"{{name}}","rulebook":"KZ-2020","electionDay":"2021-01-10"}""";
        (string Path, Func<HttpContent> First, Func<HttpContent> Other)[] doors =
        [
            ($"api/elections/{election.Id}/import", () => Csv(rows), () => Csv(other)),
            ($"api/elections/{election.Id}/reported", () => Json("""{"measure":"M01","value":7,"source":"keyed","asOf":"2021-01-08"}"""), () => Json("""{"measure":"M01","value":8,"source":"keyed","asOf":"2021-01-08"}""")),
            ($"api/elections/{election.Id}/recompute", () => Json("""{"rulebook":"KZ-2020@1"}"""), () => Json("""{"rulebook":"KZ-2021H2@1"}""")),
            ("api/elections", () => Json(Open("one")), () => Json(Open("two"))),
        ];

        foreach (var (path, first, another) in doors)
        {
            var key = ("Idempotency-Key", $"keyed-{election.Id}");
            var once = await tracker.SendAsync(HttpMethod.Post, path, first(), key);
            var again = await tracker.SendAsync(HttpMethod.Post, path, first(), key);
            var different = await tracker.SendAsync(HttpMethod.Post, path, another(), key);

            Assert.True(once.Status is 200 or 201, once.Text);
            Assert.Equal((once.Status, once.Text), (again.Status, again.Text));
            Assert.Equal((409, "request.key-used"), (different.Status, different.Codes.Single()));
        }

        Assert.Equal(2, (await tracker.GetAsync($"api/complaints?election={election.Id}")).Json.GetProperty("complaints").GetArrayLength());
    }

    [Fact]
    public async Task Import_OneFileFourTimesAtOnce_TakesEachCaseOnce()
    {
        var election = await tracker.AnElectionAsync();
        var csv = ARegister.Of([.. Enumerable.Range(1, 20).Select(each => ARegister.Row($"case-{each}"))]);

        var imports = await AtOnceAsync(4, _ => tracker.ImportAsync(election, csv));

        Assert.All(imports, each => Assert.Equal((200, 0), (each.Status, each.Json.GetProperty("rejected").GetArrayLength())));
        Assert.Equal(20, imports.Sum(each => each.Json.GetProperty("imported").GetInt32()));
        Assert.Equal(60, imports.Sum(each => each.Json.GetProperty("repeated").GetInt32()));
        Assert.Equal(20, (await tracker.GetAsync($"api/complaints?election={election.Id}")).Json.GetProperty("complaints").GetArrayLength());
    }

    [Fact]
    public async Task Publish_OneRulebookEightTimesAtOnce_IsOneVersion()
    {
        var law = await ALaw.PublishedAsync(tracker);

        var published = await AtOnceAsync(8, _ => law.PublishDayOffAsync());
        var other = await law.PublishDayOffAsync("2020-12-22");

        Assert.All(published, each => Assert.True(each.Status == 201, each.Text));
        Assert.Equal((422, "rulebook.taken"), (other.Status, other.Codes.First()));
    }

    [Fact]
    public async Task Open_TwoElectionsWithOneCodeAtOnce_OneIsKeptAndTheOthersAreTold()
    {
        var (name, code) = ((await tracker.AnElectionAsync()).Id, "W" + (await tracker.AnElectionAsync()).Code[1..]);

        var opened = await AtOnceAsync(6, number => tracker.PostAsync("api/elections", new { id = $"{name}-{number}", code, name = "One of six", rulebook = "KZ-2020", electionDay = "2021-01-10" }));

        Assert.Single(opened, each => each.Status == 201);
        Assert.All(opened.Where(each => each.Status != 201), each => Assert.Equal((409, "election.taken"), (each.Status, each.Codes.Single())));
    }

    [Fact]
    public async Task Name_OnePersonEightTimesAtOnce_IsOneMember()
    {
        var election = await tracker.AnElectionAsync();

        var named = await AtOnceAsync(8, _ => tracker.SendAsync(HttpMethod.Put, $"api/elections/{election.Id}/team/one", Json("""{"roles":["observer"]}""")));
        var reported = await AtOnceAsync(8, _ => tracker.PostAsync($"api/elections/{election.Id}/reported", new { measure = "M01", value = 7, source = "one paper", asOf = "2021-01-08" }));

        Assert.All(named, each => Assert.Equal(200, each.Status));
        Assert.All(reported, each => Assert.Equal(201, each.Status));
        Assert.Equal(1, (await tracker.GetAsync($"api/elections/{election.Id}/statistics?format=csv")).Text.Split("one paper").Length - 1);
    }

    private static Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> call) => Task.WhenAll(Enumerable.Range(0, times).Select(call));

    private static async Task<Answer> TwiceAsync(HttpClient http, FaultyProxy proxy, string path, Func<HttpContent> content)
    {
        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content() };
            request.Headers.Add("Idempotency-Key", path);
            return request;
        }

        proxy.Next(Fault.AnswerLost);
        using var first = Request();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(first, Stop));
        using var second = Request();
        return await Answer.OfAsync(await http.SendAsync(second, Stop));
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static StringContent Csv(string rows) => new(rows, Encoding.UTF8, "text/csv");

    private static MultipartFormDataContent Upload(string text)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "a.txt" };
        return new MultipartFormDataContent { file };
    }
}
