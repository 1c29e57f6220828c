using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Complaints.Functions.Tests.Docket;

/// <summary>What nobody fills in by mistake: every door answers it with a clear problem, and never with a failure of its own.</summary>
public sealed class UnreadableInputTests(Tracker tracker)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Bodies => new()
    {
        { "", 400, "body.not-json" },
        { "null", 400, "body.not-an-object" },
        { "{\"matter\":\"complaint\",\"matter\":\"application\"}", 400, "field.twice" },
        { "{\"at\":\"2020-12-14T10:00:00+06:00\",\"At\":\"2020-12-15T10:00:00+06:00\"}", 400, "field.twice" },
        { "{\"new\":{\"a\":1,\"a\":2}}", 400, "field.twice" },
        { Nested(16), 400, "body.not-json" },
        { Nested(100_000), 400, "body.not-json" },
        { "{\"proceeding\":1e400}", 400, "field.bad-value" },
        { "{\"proceeding\":99999999999999999999}", 400, "field.bad-value" },
        { "{\"proceeding\":1.5}", 400, "field.bad-value" },
        { "{\"matter\":\"\\ud800\"}", 400, "field.not-text" },
        { "{\"\\udc00\":1}", 400, "field.not-text" },
        { "{\"at\":\"-9998-01-01T00:00:00+18:00\"}", 400, "field.bad-value" },
        { "{\"occurredAt\":\"9999-12-31T23:59:59.999999999-18:00\"}", 400, "field.bad-value" },
        { "{\"grounds\":[null,{}]}", 400, "field.bad-value" },
        { "{\"rectificationOffered\":\"yes\"}", 400, "field.bad-value" },
        { "{\"identity\":[]}", 400, "field.bad-value" },
        { "{\"matter\":null}", 400, "field.missing" },
        { "{\"step\":null}", 400, "field.missing" },
        { "{\"now\":null}", 400, "field.missing" },
        { "{\"now\":\"2150-12-31T23:59:59Z\"}", 400, "clock.out-of-range" },
        { "{\"now\":\"1975-01-01T00:00:00Z\"}", 400, "clock.out-of-range" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Post_BodyThatCannotBeMeant_IsRefusedAtSomeDoorAndFailsAtNone(string body, int status, string code)
    {
        var path = (await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync())).Path;
        string[] doors = ["api/complaints", $"{path}/steps", $"{path}/facts", "api/deadlines", "api/dev/clock"];
        var found = false;

        foreach (var door in doors)
        {
            var answer = await tracker.PostAsync(door, body);
            Assert.True(answer.Status is >= 400 and < 500, $"{door}: {answer.Text}");
            Assert.Equal("application/problem+json", answer.MediaType);
            found |= answer.Status == status && answer.Codes.Contains(code);
        }

        Assert.True(found, $"No door said {code}.");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Post_NotSentAsJson_Is415(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var answer = await Answer.OfAsync(await tracker.Http.PostAsync("api/complaints", content, Stop));

        Assert.Equal((415, "body.wrong-type"), (answer.Status, answer.Codes.Single()));
    }

    [Theory]
    [InlineData(new byte[] { 0xff, 0xfe, 0x7b, 0x00 })]
    [InlineData(new byte[] { 0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d })]
    [InlineData(new byte[] { 0x7b, 0x22, 0x6d, 0x61, 0x74, 0x74, 0x65, 0x72, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d })]
    public async Task Post_NotUtf8_Is400(byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        var answer = await Answer.OfAsync(await tracker.Http.PostAsync("api/complaints", content, Stop));

        Assert.Equal((400, "body.not-json"), (answer.Status, answer.Codes.Single()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyTooLarge_Is413(bool isKeyed)
    {
        var body = $$"""{"narrative":"{{new string('x', 1024 * 1024)}}"}""";

        var answer = await tracker.PostAsync("api/complaints", body, isKeyed ? [("Idempotency-Key", "large")] : []);

        Assert.Equal((413, "body.too-large"), (answer.Status, answer.Codes.Single()));
    }

    [Theory]
    [InlineData("matter=a%00b")]
    [InlineData("matter=%ff%fe")]
    [InlineData("matter=%C3%28")]
    [InlineData("%00=b")]
    [InlineData("matter=%zz")]
    public async Task Post_FormThatIsNotEncodedAsFormsAre_Is400(string form)
    {
        using var content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");

        using var answer = await tracker.Http.PostAsync("complaints/drafts", content, Stop);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("api/complaints", "{\"election\":\"x\",\"matter\":\"@\",\"challengedActor\":\"PEC\"}")]
    [InlineData("api/complaints", "{\"election\":\"@\",\"matter\":\"complaint\",\"challengedActor\":\"PEC\"}")]
    [InlineData("api/complaints", "{\"@\":1}")]
    [InlineData("api/complaints", "{\"@\":1,\"@\":2}")]
    [InlineData("api/deadlines", "{\"rulebook\":\"@\",\"forum\":\"@\",\"countedFrom\":\"received\",\"electionDay\":null}")]
    [InlineData("api/elections/@/reported", "{\"measure\":\"M01\",\"value\":1,\"source\":\"s\",\"asOf\":\"2021-01-10\"}")]
    public async Task Post_AVeryLongValue_IsNotSentBackWhole(string path, string body)
    {
        var answer = await tracker.PostAsync(path.Replace("@", new string('z', 2_000), StringComparison.Ordinal), body.Replace("@", new string('z', 2_000), StringComparison.Ordinal));

        Assert.InRange(answer.Status, 400, 422);
        Assert.DoesNotContain(new string('z', 130), answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FormTooLarge_Is413()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("narrative", new string('x', 1024 * 1024))]);

        using var answer = await tracker.Http.PostAsync("complaints/drafts", content, Stop);

        Assert.Equal(413, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("\"-1\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"99999999999\"")]
    public async Task Post_IfMatchThatIsNoVersion_Is400(string version)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var step = await tracker.PostAsync($"{complaint.Path}/steps", new { step = "Withdraw", at = "2020-12-14T11:00:00+06:00" }, ("If-Match", version));
        var fact = await tracker.PostAsync($"{complaint.Path}/facts", new { fact = "publication", at = "2020-12-14T11:00:00+06:00" }, ("If-Match", version));

        Assert.Equal((400, "request.if-match-malformed"), (step.Status, step.Codes.Single()));
        Assert.Equal((400, "request.if-match-malformed"), (fact.Status, fact.Codes.Single()));
    }

    [Fact]
    public async Task Note_FactThatIsNotKnownOrAtAStaleVersion_IsRefused()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var path = $"{complaint.Path}/facts";

        var unknown = await tracker.PostAsync(path, new { fact = "rumour", at = "2020-12-14T11:00:00+06:00" });
        var stale = await tracker.PostAsync(path, new { fact = "publication", at = "2020-12-14T11:00:00+06:00" }, ("If-Match", "\"7\""));
        var fresh = await tracker.PostAsync(path, new { fact = "publication", at = "2020-12-14T11:00:00+06:00" }, ("If-Match", "\"1\""));

        Assert.Equal((400, "field.not-a-code"), (unknown.Status, unknown.Codes.Single()));
        Assert.Equal((412, "record.version-stale"), (stale.Status, stale.Codes.Single()));
        Assert.Equal((200, "\"2\""), (fresh.Status, fresh.ETag));
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%ff%fe")]
    [InlineData("%25")]
    [InlineData("..%2f..%2fhealth")]
    [InlineData("T0001-00000000-%D0%96")]
    [InlineData("' or true")]
    [InlineData("%F0%9F%98%80-%0d%0a")]
    [InlineData(null)]
    public async Task Get_NonsenseForAnId_IsNotFoundAtEveryDoor(string? id)
    {
        id ??= new string('a', 6000);
        var read = await tracker.GetAsync($"api/complaints/{id}");
        var history = await tracker.GetAsync($"api/complaints/{id}/history");
        var document = await tracker.GetAsync($"api/complaints/{id}/documents/x");
        var step = await tracker.PostAsync($"api/complaints/{id}/steps", new { step = "Withdraw", at = "2020-12-14T11:00:00+06:00" });
        var rulebook = await tracker.GetAsync($"api/rulebooks/{id}");
        var list = await tracker.GetAsync($"api/complaints?election={id}&after={id}&subject={id}");

        Assert.All([read, history, document, step, rulebook, list], each => Assert.InRange(each.Status, 400, 414));
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n")]
    [InlineData("--b\r\nContent-Disp")]
    public async Task Add_UploadWithoutItsEnd_Is400AndNothingIsSaved(string body)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        var answer = await Answer.OfAsync(await tracker.Http.PostAsync($"{complaint.Path}/documents", content, Stop));

        Assert.Equal((400, "body.cut-off"), (answer.Status, answer.Codes.Single()));
        Assert.Equal(1, (await complaint.ReadAsync()).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("steps", "application/json", "{\"step\":\"Withdraw\",")]
    [InlineData("documents", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n")]
    public async Task Post_CallerHangsUpMidway_NothingIsSavedAndNothingFails(string door, string type, string body)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var function = door == "steps" ? "TakeStep" : "AddDocument";

        using (var line = await SendAsync($"{complaint.Path}/{door}", $"Content-Type: {type}\r\nContent-Length: 1000", body))
        {
            // It promised a thousand bytes and hangs up.
        }

        await tracker.Process.Lines.FindAsync($"The call of {function} was cut off.", Stop);
        Assert.DoesNotContain(tracker.Process.Lines.All, line => line.Contains($"{function} failed", StringComparison.Ordinal));
        Assert.Equal(1, (await complaint.ReadAsync()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Post_BodyInBrokenChunks_Is400()
    {
        using var line = await SendAsync("api/complaints", "Content-Type: application/json\r\nTransfer-Encoding: chunked", "5\r\n{\"a\":\r\nzz\r\n");

        using var reader = new StreamReader(line.GetStream());
        var answer = await reader.ReadToEndAsync(Stop);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("body.cut-off", answer, StringComparison.Ordinal);
    }

    private async Task<TcpClient> SendAsync(string path, string headers, string body)
    {
        var address = tracker.Http.BaseAddress!;
        var line = new TcpClient();
        await line.ConnectAsync(address.Host, address.Port, Stop);
        await line.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /{path} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n\r\n{body}"), Stop);
        return line;
    }

    private static string Nested(int levels) => $$"""{"new":{{new string('[', levels)}}{{new string(']', levels)}}}""";
}
