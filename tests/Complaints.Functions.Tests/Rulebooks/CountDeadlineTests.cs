using System.Text.Json;
using System.Text.Json.Nodes;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>Deadlines over the door: the forty examples, and every way to ask wrongly.</summary>
public sealed class CountDeadlineTests(Tracker tracker)
{
    private static readonly string[] Fields =
    [
        "limit", "mode", "lastDay", "dueExclusiveUtc", "lastMomentLocal", "benchmark", "benchmarkExclusiveUtc", "benchmarkLastMomentLocal",
        "earliestUtc", "latestUtc", "alternatives", "withoutEffect", "explanation", "versions", "timeliness", "timelinessPrimary",
    ];

    public static TheoryData<string> Examples => [.. WorkedExamples.Ids];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Count_Example_Agrees(string id)
    {
        var example = WorkedExamples.Find(id);

        var answer = await tracker.PostAsync("api/deadlines", WorkedExamples.Ask(id));

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(Fields, answer.Json.EnumerateObject().Select(field => field.Name));
        Assert.All(example["expected"]!.AsObject(), field => Assert.Equal(Text(field.Value), Text(answer.Json, field.Key)));
        Assert.All(
            Fields[..8].Except(example["expected"]!.AsObject().Select(field => field.Key)),
            field => Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty(field).ValueKind));
        Assert.All(example["alternatives"]?.AsArray() ?? [], alternative => Assert.Contains(
            answer.Json.GetProperty("alternatives").EnumerateArray(),
            reading => Text(reading, "dueExclusiveUtc") == Text(alternative!["dueExclusiveUtc"])
                && Text(reading, "lastMomentLocal") == Text(alternative["lastMomentLocal"])
                && reading.GetProperty("ambiguities").EnumerateArray().Select(each => each.GetString())
                    .SequenceEqual(alternative["ambiguities"]!.AsArray().Select(Text))));
        Assert.All(answer.Json.GetProperty("explanation").EnumerateArray(), step => Assert.NotEmpty(Text(step, "text")!));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Count_ExampleAtAnInstant_GivesBothVerdicts(string id)
    {
        foreach (var check in WorkedExamples.Find(id)["checks"]?.AsArray() ?? [])
        {
            var answer = await tracker.PostAsync("api/deadlines", WorkedExamples.Ask(id, "at", check!["instantUtc"]!.ToJsonString()));

            Assert.Equal(
                (Text(check["overall"]), Text(check["primary"])), (Text(answer.Json, "timeliness"), Text(answer.Json, "timelinessPrimary")));
        }
    }

    [Fact]
    public async Task Count_SameQuestionTwice_GivesTheSameBytesWithVersions()
    {
        var first = await tracker.PostAsync("api/deadlines", WorkedExamples.Ask("E01"));
        var again = await tracker.PostAsync("api/deadlines", WorkedExamples.Ask("E01"));

        Assert.Equal(first.Text, again.Text);
        var versions = first.Json.GetProperty("versions");
        Assert.StartsWith("KZ-2020@", Text(versions, "rulebook"), StringComparison.Ordinal);
        Assert.StartsWith("KZ@", Text(versions, "calendar"), StringComparison.Ordinal);
        Assert.Matches("^20[0-9]{2}[a-z]$", Text(versions, "tzdb"));
    }

    // A window or a cap hangs on election day: which day, or none; left out where neither plays a part it is not missed.
    [Theory]
    [InlineData("kz.commission.decide.5", "TEC", "", 400, "election-day.missing")]
    [InlineData("kz.commission.decide.5", "TEC", "null", 200, null)]
    [InlineData("kz.file.10", "TEC", "", 200, null)]
    [InlineData("kz.file.10", "DC", "", 400, "election-day.missing")] // a court works on election day: no last day rolls over it
    [InlineData("kz.application.answer.15_30", "TEC", "", 400, "election-day.missing")] // one of its readings has a window
    public async Task Count_ElectionDayLeftOut_IsMissedOnlyWhereItCounts(string limit, string forum, string electionDay, int status, string? code)
    {
        var ask = JsonNode.Parse($$"""{"rulebook":"KZ-2020","limit":"{{limit}}","forum":"{{forum}}","forumZone":"Asia/Almaty","countedFrom":"2020-12-14T10:00:00+06:00"}""")!;

        if (electionDay.Length > 0)
        {
            ask["electionDay"] = JsonNode.Parse(electionDay);
        }

        var answer = await tracker.PostAsync("api/deadlines", ask.ToJsonString());

        Assert.True(answer.Status == status, answer.Text);

        if (code is not null)
        {
            var refusal = answer.Json.GetProperty("refusals").EnumerateArray().Single();
            Assert.Equal((code, "electionDay"), (Text(refusal, "code"), Text(refusal, "field")));
        }
    }

    [Theory]
    [InlineData("E01", "rulebook", "\"KZ-1066\"", 422, "rulebook.unknown", "rulebook")]
    [InlineData("E01", "rulebook", "", 400, "field.missing", "rulebook")]
    [InlineData("E01", "forum", "\"ECHR\"", 422, "forum.unknown", "forum")]
    [InlineData("E01", "forum", "\"SC-CASS\"", 422, "limit.not-for-forum", "limit")]
    [InlineData("E01", "limit", "\"kz.file.11\"", 422, "limit.unknown", "limit")]
    [InlineData("E01", "limit", "", 400, "field.missing", "kind")]
    [InlineData("E18", "limit", "\"kz.window.immediate\"", 422, "limit.via-window", "limit")]
    [InlineData("E18", "forumZone", "", 422, "forum.zone-missing", "forumZone")]
    [InlineData("E01", "forumZone", "\"Asia/Aqtau\"", 422, "forum.zone-differs", "forumZone")]
    [InlineData("E01", "forumZone", "\"Almaty\"", 400, "field.not-a-zone", "forumZone")]
    [InlineData("E01", "placeZone", "\"UTC+06\"", 400, "field.not-a-zone", "placeZone")]
    [InlineData("E01", "placeZone", "\"asia/almaty\"", 400, "field.not-a-zone", "placeZone")]
    [InlineData("E01", "countedFrom", "", 400, "field.missing", "countedFrom")]
    [InlineData("E01", "countedFrom", "\"2020-12-04T12:00:00\"", 400, "field.bad-value", "countedFrom")]
    [InlineData("E01", "countedFrom", "\"2020-12-04\"", 400, "field.bad-value", "countedFrom")]
    [InlineData("E01", "countedFrom", "1607061600", 400, "field.bad-value", "countedFrom")]
    [InlineData("E01", "countedFrom", "\"2999-12-04T12:00:00+06:00\"", 400, "field.bad-value", "countedFrom")]
    [InlineData("E01", "at", "\"2020-12-14T23:59:59\"", 400, "field.bad-value", "at")]
    [InlineData("E01", "electionDay", "\"10.01.2021\"", 400, "field.bad-value", "electionDay")]
    [InlineData("E01", "matter", "\"application\"", 400, "field.unknown", "matter")] // derived, never taken from the caller
    [InlineData("E01", "trigger", "\"fullMoon\"", 422, "trigger.unknown", "trigger")]
    [InlineData("E01", "subject", "\"candidate_registration.refusals\"", 400, "field.not-a-code", "subject")] // one letter too many, and ten days for seven
    [InlineData("E01", "challengedActKind", "\"deed\"", 400, "field.not-a-code", "challengedActKind")]
    [InlineData("E01", "challengedActor", "\"Martian\"", 422, "actor.unknown", "challengedActor")]
    [InlineData("E01", "phase", "\"banana\"", 400, "field.not-a-code", "phase")]
    [InlineData("E01", "reason", "\"none\"", 400, "field.not-a-code", "reason")]
    [InlineData("E01", "kind", "1", 400, "field.bad-value", "kind")]
    [InlineData("E01", "isElectionDayGiven", "true", 400, "field.unknown", "isElectionDayGiven")]
    [InlineData("E01", "at", "\"2020-12-04T11:59:59+06:00\"", 400, "date.before-start", "at")]
    [InlineData("E01", "knownAt", "\"2020-12-04T11:59:59+06:00\"", 400, "date.before-start", "knownAt")]
    [InlineData("E01", "publishedAt", "\"2020-12-01T10:00:00+06:00\"", 400, "date.before-start", "publishedAt")]
    [InlineData("E41", "suspended", """{"from":"2020-12-22T10:00:00+06:00","until":"2020-12-21T10:00:00+06:00"}""", 422, "suspension.ends-before-it-begins", "suspended.until")]
    [InlineData("E41", "suspended", """{"until":"2020-12-21T10:00:00+06:00"}""", 400, "field.missing", "suspended.from")]
    public async Task Count_AskedWrongly_SaysWhatIsWrong(string id, string field, string json, int status, string code, string named)
    {
        var answer = await tracker.PostAsync("api/deadlines", WorkedExamples.Ask(id, field, json));

        Assert.True(answer.Status == status, answer.Text);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Contains(answer.Json.GetProperty("refusals").EnumerateArray(), refusal => Text(refusal, "code") == code && Text(refusal, "field") == named);
    }

    [Theory]
    [InlineData("?lang=ru", null, "ru", "Кто должен действовать", "Заявление Международной миссии по наблюдению за выборами от 11 января 2021 года")]
    [InlineData("", "kk-KZ, ru;q=0.5", "kk", "Әрекет етуі тиіс", "Сайлауды байқау жөніндегі халықаралық миссияның 2021 жылғы 11 қаңтардағы мәлімдемесі")]
    [InlineData("", "de", "en", "Who must act", "IEOM Statement of 11 January 2021")]
    [InlineData("", null, "en", "Who must act", "IEOM Statement of 11 January 2021")]
    public async Task Count_InALanguage_TellsTheCountInIt(string query, string? accept, string language, string said, string cited)
    {
        var answer = await tracker.PostAsync($"api/deadlines{query}", WorkedExamples.Ask("E01"), accept is null ? [] : [("Accept-Language", accept)]);

        Assert.Equal(language, answer.Language);
        Assert.Contains(said, Text(answer.Json.GetProperty("explanation")[0], "text"), StringComparison.Ordinal);
        Assert.StartsWith(cited, Text(answer.Json.GetProperty("explanation")[0], "citation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Count_MomentToTheMinute_IsTaken()
    {
        var answer = await tracker.PostAsync("api/deadlines", WorkedExamples.Ask("E01", "countedFrom", "\"2020-12-04T12:00+06:00\""));

        Assert.Equal("2020-12-14T18:00:00Z", Text(answer.Json, "dueExclusiveUtc"));
    }

    // On 29 February 2024 the clocks of Almaty went back at midnight: 23:30 came twice and is a moment only with its offset.
    [Theory]
    [InlineData("2024-02-29T23:30:00", 400, null)]
    [InlineData("2024-02-29T23:30:00+06:00", 200, "2024-03-10T19:00:00Z")]
    [InlineData("2024-02-29T23:30:00+05:00", 200, "2024-03-10T19:00:00Z")]
    public async Task Count_FromAnHourThatCameTwice_NeedsItsOffset(string countedFrom, int status, string? due)
    {
        var answer = await tracker.PostAsync("api/deadlines", new
        {
            rulebook = "KZ-2021H2", limit = "kz.file.10", forum = "SC", countedFrom, electionDay = (string?)null,
        });

        Assert.True(answer.Status == status, answer.Text);
        Assert.Equal(due, status == 200 ? Text(answer.Json, "dueExclusiveUtc") : null);
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();
}
