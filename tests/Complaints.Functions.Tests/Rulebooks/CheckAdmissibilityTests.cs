using System.Text.Json;
using System.Text.Json.Nodes;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>A filing looked at over the door, before it is made.</summary>
public sealed class CheckAdmissibilityTests(Tracker tracker)
{
    // Three complaints against the central commission went to district courts; petitions to the council need one fifth of 156.
    [Theory]
    [InlineData("{}", "pass", "pass pass pass pass pass")]
    [InlineData("""{"forum":"DC","forumZone":"Asia/Almaty","challengedActor":"CEC","challengedActKind":"action"}""", "fail", "fail pass pass pass pass")]
    [InlineData("""{"forum":"SC","forumZone":null,"challengedActor":"CEC","challengedActKind":"results"}""", "unclear", "unclear pass pass pass pass")]
    [InlineData("""{"forum":"CC","forumZone":null,"challengedActor":"CEC","challengedActKind":"results","complainantType":"public_official_mp","members":31}""", "fail", "unclear fail pass pass pass")]
    [InlineData("""{"forum":"CC","forumZone":null,"challengedActor":"CEC","challengedActKind":"results","complainantType":"public_official_mp","members":32}""", "unclear", "unclear pass pass pass pass")]
    [InlineData("""{"at":"2021-01-20T10:00:00+06:00"}""", "unclear", "pass pass unclear pass pass")]
    [InlineData("""{"at":"2021-01-21T00:00:00+06:00"}""", "fail", "pass pass fail pass pass")]
    [InlineData("""{"has":[]}""", "fail", "pass pass pass fail pass")]
    [InlineData("""{"has":null,"matter":"application"}""", "unclear", "pass pass unclear unclear unclear")]
    public async Task Check_Filing_GivesEveryCheckItsVerdict(string changes, string verdict, string verdicts)
    {
        var answer = await tracker.PostAsync("api/admissibility", Body(changes));

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(["verdict", "checks", "at"], answer.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(verdict, answer.Json.GetProperty("verdict").GetString());
        var checks = answer.Json.GetProperty("checks").EnumerateArray().ToArray();
        Assert.Equal("forum standing time form kind", string.Join(' ', checks.Select(check => Text(check, "check"))));
        Assert.Equal(verdicts, string.Join(' ', checks.Select(check => Text(check, "verdict"))));
        Assert.All(checks, check => Assert.Equal(
            ["check", "verdict", "code", "message", "citation", "fix"], check.EnumerateObject().Select(field => field.Name)));
        Assert.All(checks, check => Assert.Equal(Text(check, "verdict") == "pass", Text(check, "fix") is null));
    }

    [Theory]
    [InlineData("ru-KZ", "Заявление Международной миссии по наблюдению за выборами от 11 января 2021 года")]
    [InlineData("kk", "Сайлауды байқау жөніндегі халықаралық миссияның 2021 жылғы 11 қаңтардағы мәлімдемесі")]
    [InlineData("de", "IEOM Statement of 11 January 2021")]
    public async Task Check_InALanguage_CitesInIt(string accept, string cited)
    {
        var answer = await tracker.PostAsync("api/admissibility", Body("{}"), ("Accept-Language", accept));

        Assert.StartsWith(cited, Text(answer.Json.GetProperty("checks")[0], "citation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WrongForum_NamesTheRightOneWithTheTimeLeft()
    {
        var answer = await tracker.PostAsync("api/admissibility", Body(
            """{"forum":"DC","challengedActor":"CEC","challengedActKind":"decision","countedFrom":"2020-12-04T12:00:00+06:00","at":"2020-12-12T12:00:00+06:00"}"""));

        var forum = answer.Json.GetProperty("checks")[0];
        Assert.Equal("forum.wrong", Text(forum, "code"));
        Assert.Contains("Supreme Court: in time under every reading until Sunday 13 December 2020, 23:59:59 (UTC+06:00), left 1 day 12 hours", Text(forum, "fix"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NotDated_IsMadeNow()
    {
        var answer = await tracker.PostAsync("api/admissibility", Body("""{"at":null}"""));

        Assert.Equal("time.late", Text(answer.Json.GetProperty("checks")[2], "code"));
    }

    [Theory]
    [InlineData("""{"rulebook":null}""", 400, "field.missing", "rulebook")]
    [InlineData("""{"rulebook":"KZ-1066"}""", 422, "rulebook.unknown", "rulebook")]
    [InlineData("""{"forum":"ECHR"}""", 422, "forum.unknown", "forum")]
    [InlineData("""{"forum":"SC","forumZone":"Asia/Aqtau"}""", 422, "forum.zone-differs", "forumZone")]
    [InlineData("""{"forumZone":"Almaty"}""", 400, "field.not-a-zone", "forumZone")]
    [InlineData("""{"complainantType":"passer-by"}""", 400, "field.not-a-code", "complainantType")]
    [InlineData("""{"has":["","","","","","","","","","","","","","","","","","","","",""]}""", 400, "field.too-many", "has")]
    [InlineData("""{"members":0}""", 400, "field.out-of-range", "members")]
    [InlineData("""{"members":"32"}""", 400, "field.bad-value", "members")]
    [InlineData("""{"challengedActor":"NOBODY"}""", 422, "actor.unknown", "challengedActor")]
    [InlineData("""{"challengedActKind":"crime"}""", 400, "field.not-a-code", "challengedActKind")]
    [InlineData("""{"subject":"voting"}""", 400, "field.not-a-code", "subject")]
    [InlineData("""{"matter":"appeal"}""", 400, "field.not-a-code", "matter")]
    [InlineData("""{"countedFrom":"2021-01-10T10:00:00"}""", 400, "field.bad-value", "countedFrom")]
    [InlineData("""{"countedFrom":"2999-01-10T10:00:00+06:00"}""", 400, "field.bad-value", "countedFrom")]
    [InlineData("""{"has":["seal"]}""", 400, "field.not-a-code", "has[0]")]
    [InlineData("""{"has":"signature"}""", 400, "field.bad-value", "has")]
    [InlineData("""{"verdict":"pass"}""", 400, "field.unknown", "verdict")]
    public async Task Check_AskedWrongly_SaysWhatIsWrong(string changes, int status, string code, string field)
    {
        var answer = await tracker.PostAsync("api/admissibility", Body(changes));

        Assert.True(answer.Status == status, answer.Text);
        Assert.Contains(answer.Json.GetProperty("refusals").EnumerateArray(), refusal => Text(refusal, "code") == code && Text(refusal, "field") == field);
    }

    [Fact]
    public async Task Check_ElectionDayLeftOut_IsMissedOnlyWhereItCounts()
    {
        var kazakhstan = JsonNode.Parse(Body("{}"))!.AsObject();
        kazakhstan.Remove("electionDay");
        var ukraine = new { rulebook = "UA-LOC-2015", forum = "TEC-UA", challengedActor = "PEC-UA", countedFrom = "2015-10-20T10:00:00+03:00" };

        Assert.Equal(200, (await tracker.PostAsync("api/admissibility", kazakhstan.ToJsonString())).Status);
        var answer = await tracker.PostAsync("api/admissibility", ukraine);
        Assert.Equal((400, "election-day.missing"), (answer.Status, answer.Codes.Single()));
    }

    /// <summary>An observer sent away on election day complains to the territorial commission the day after; then with these changes.</summary>
    private static string Body(string changes)
    {
        var body = JsonNode.Parse("""
            {
              "rulebook": "KZ-2020", "electionDay": "2021-01-10", "forum": "TEC", "forumZone": "Asia/Almaty", "placeZone": "Asia/Almaty",
              "complainantType": "citizen_observer_group", "members": null, "challengedActor": "PEC", "challengedActKind": "action",
              "subject": "observer_rights.removal", "matter": "complaint", "countedFrom": "2021-01-10T10:00:00+06:00", "at": "2021-01-11T10:00:00+06:00",
              "has": [
                "forum_named", "complainant_named", "address_or_contact", "facts", "date_and_place", "challenged_act", "legal_basis", "remedy_sought",
                "evidence_listed", "copies", "date", "signature"
              ]
            }
            """)!.AsObject();

        foreach (var (field, value) in JsonNode.Parse(changes)!.AsObject())
        {
            body[field] = value?.DeepClone();
        }

        return body.ToJsonString();
    }

    private static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();
}
