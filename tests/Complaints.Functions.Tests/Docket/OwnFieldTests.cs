namespace Complaints.Functions.Tests.Docket;

/// <summary>A step or fact takes only what belongs to it, bounded; nothing else gets into the record.</summary>
public sealed class OwnFieldTests(Tracker tracker)
{
    private const string Lodge = """{"step":"Lodge","at":"2020-12-14T10:00:00+06:00","forum":"TEC","forumZone":"Asia/Almaty",""";
    private const string Decide = """{"step":"Decide","at":"2020-12-15T10:00:00+06:00",""";

    [Theory]
    [InlineData(Lodge + """ "outcome":"upheld"}""", "step.field-not-its-own", "outcome")]
    [InlineData(Lodge + """ "servedAt":"2040-01-01T00:00:00Z"}""", "step.field-not-its-own", "servedAt")]
    [InlineData(Lodge + """ "event":1}""", "step.field-not-its-own", "event")]
    [InlineData(Lodge + """ "new":{"a":"Ivan Petrov, flat 7"}}""", "step.field-not-its-own", "new")]
    [InlineData(Lodge + """ "askedOf":"POLICE"}""", "step.field-not-its-own", "askedOf")]
    [InlineData(Decide + """ "outcome":"upheld","forum":"TEC"}""", "step.field-not-its-own", "forum")]
    [InlineData(Decide + """ "outcome":"upheld","by":"complainant"}""", "step.field-not-its-own", "by")]
    [InlineData(Decide + """ "outcome":"dismissed_formal","grounds":["late","late"]}""", "field.repeated", "grounds")]
    [InlineData("""{"step":"RequestCheck","at":"2020-12-15T10:00:00+06:00","askedOf":"Ivan Petrov, the chair"}""", "field.not-an-id", "askedOf")]
    public async Task Take_WithAFieldThatIsNotItsOwn_Is400AndNamesIt(string body, string code, string field)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var answer = await tracker.PostAsync($"{complaint.Path}/steps", body);

        Assert.True(answer.Status == 400, answer.Text);
        Assert.Equal((code, field), Only(answer));
        Assert.Equal(1, (await complaint.ReadAsync()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Take_GroundsFiveThousandTimes_IsRefusedOnce()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var answer = await tracker.PostAsync(
            $"{complaint.Path}/steps", new { step = "Decide", at = "2020-12-15T10:00:00+06:00", outcome = "dismissed_formal", grounds = Enumerable.Repeat("late", 5_000) });

        Assert.Equal((400, ("field.too-many", "grounds")), (answer.Status, Only(answer)));
    }

    [Fact]
    public async Task Take_NothingForAForeignField_IsTheSameAsLeavingItOut()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        await complaint.TakeAsync(new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty", outcome = (string?)null });

        Assert.DoesNotContain("outcome", (await tracker.GetAsync($"{complaint.Path}/history")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service", "url", "https://sud.example/1", "fact.field-not-its-own")]
    [InlineData("publication", "mode", "online", "fact.field-not-its-own")]
    [InlineData("publication", "url", "javascript:alert(1)", "field.not-a-web-address")]
    [InlineData("publication", "url", "sud.example/1", "field.not-a-web-address")]
    public async Task Note_WithAFieldThatIsNotItsOwn_Is400AndNamesIt(string fact, string field, string value, string code)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var answer = await tracker.PostAsync(
            $"{complaint.Path}/facts", new Dictionary<string, string> { ["fact"] = fact, ["at"] = "2020-12-15T10:00:00+06:00", [field] = value });

        Assert.Equal((400, (code, field)), (answer.Status, Only(answer)));
    }

    [Theory]
    [InlineData("steps", 70)]
    [InlineData("facts", 70)]
    [InlineData("steps", 900)]
    public async Task Post_MoreThanAStepHas_Is413(string door, int kib)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var answer = await tracker.PostAsync($"{complaint.Path}/{door}", $$$"""{"step":"Lodge","new":{"a":"{{{new string('x', kib * 1024)}}}"}}""");

        Assert.Equal((413, "body.too-large"), (answer.Status, answer.Codes.Single()));
    }

    [Fact]
    public async Task Record_TheLongestNarrative_IsTaken()
    {
        var election = await tracker.AnElectionAsync();

        var escaped = await tracker.PostAsync("api/complaints", AComplaint.Body(election, new string('ж', 20_000)));

        Assert.True(escaped.Status == 201, escaped.Text);
    }

    // A wording of 1,990 letters, corrected again and again, once filled the row of the record, and then every call failed.
    [Fact]
    public async Task Correct_UntilTheRecordIsFull_IsRefusedAndOrdinaryStepsGoOn()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await complaint.LodgeAsync();
        await complaint.TakeAsync(new { step = "Decide", at = "2020-12-15T10:00:00+06:00", outcome = "upheld" });
        Answer answer;
        var times = 0;

        do
        {
            var wording = new string(times % 2 == 0 ? 'ж' : 'ы', 1_990);
            answer = await tracker.PostAsync(
                $"{complaint.Path}/steps", new { step = "Correct", at = "2020-12-16T10:00:00+06:00", @event = 3, reason = "r", @new = new { wording } });
        }
        while (answer.Status == 200 && ++times < 200);

        Assert.True((answer.Status, answer.Codes.Single()) == (422, "record.full"), answer.Text);
        await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-17T10:00:00+06:00", by = "complainant", forum = "CEC" });
    }

    private static (string? Code, string? Field) Only(Answer answer)
    {
        var refusal = answer.Json.GetProperty("refusals").EnumerateArray().Single();
        return (refusal.GetProperty("code").GetString(), refusal.GetProperty("field").GetString());
    }
}
