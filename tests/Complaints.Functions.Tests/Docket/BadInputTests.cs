namespace Complaints.Functions.Tests.Docket;

/// <summary>Bad input gets a clear problem that names the field, and nothing is saved.</summary>
public sealed class BadInputTests(Tracker tracker)
{
    [Theory]
    [InlineData("{", "body.not-json", null)]
    [InlineData("[]", "body.not-an-object", null)]
    [InlineData("""{"elektion":"x","matter":"complaint"}""", "field.unknown", "elektion")]
    [InlineData("""{"election":"x","matter":"complaint","occurredAt":"2021-01-10T10:00:00"}""", "field.bad-value", "occurredAt")]
    [InlineData("""{"election":"x","matter":"complaint","occurredAt":12}""", "field.bad-value", "occurredAt")]
    [InlineData("""{"election":"x","matter":"complaint","identity":{"nome":"x"}}""", "field.unknown", "identity.nome")]
    [InlineData("""{"matter":"complaint","challengedActor":"PEC"}""", "field.missing", "election")]
    [InlineData("""{"election":"x","matter":"complaint","occurredAt":"1900-01-01T00:00:00Z"}""", "field.bad-value", "occurredAt")]
    [InlineData("""{"election":"x","matter":"complaint","challengedActor":"PEC","complainant":"Ivan Petrov"}""", "field.not-an-id", "complainant")]
    [InlineData("""{"election":"x","matter":"complaint","challengedActor":"PEC","precinct":"a\u0000b"}""", "field.control-character", "precinct")]
    [InlineData("""{"election":"x","matter":"grumble","challengedActor":"PEC"}""", "field.not-a-code", "matter")]
    [InlineData("""{"election":"x","matter":"complaint","challengedActor":"PEC","placeZone":"Almaty"}""", "field.not-a-zone", "placeZone")]
    public async Task Record_FormNotFilledInRight_Is400AndNamesTheField(string body, string code, string? field)
    {
        var answer = await tracker.PostAsync("api/complaints", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        var refusal = answer.Json.GetProperty("refusals").EnumerateArray().First(each => each.GetProperty("code").GetString() == code);
        Assert.Equal(field, refusal.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("""{"step":"Lodge","at":"2020-12-14T10:00:00","forum":"TEC"}""", 400, "field.bad-value")]
    [InlineData("""{"step":"Lodge","at":"2020-12-14T10:00:00+06:00","forum":"ECHR","forumZone":"Europe/Paris"}""", 422, "forum.unknown")]
    [InlineData("""{"step":"Lodge","at":"2020-12-14T10:00:00+06:00","forum":"TEC"}""", 422, "forum.zone-missing")]
    [InlineData("""{"step":"Lodge","at":"2020-12-14T10:00:00+06:00","forum":"SC","forumZone":"Asia/Aqtau"}""", 422, "forum.zone-differs")]
    [InlineData("""{"step":"Lodge","at":"2190-01-01T10:00:00+06:00","forum":"SC"}""", 422, "step.in-future")]
    [InlineData("""{"step":"Lodge","at":"2999-01-01T10:00:00+06:00","forum":"SC"}""", 400, "field.bad-value")]
    [InlineData("""{"step":"Lodge","at":"9999-12-31T23:59:59-14:00","forum":"SC"}""", 400, "field.bad-value")]
    [InlineData("""{"step":"Lodge","at":"2020-12-10T09:59:59+06:00","forum":"TEC","forumZone":"Asia/Almaty"}""", 422, "step.before-act")]
    [InlineData("""{"step":"Correct","at":"2020-12-14T10:00:00+06:00","event":1,"reason":"r","new":{"subject":"zz"}}""", 422, "field.not-a-code")]
    [InlineData("""{"step":"Correct","at":"2020-12-14T10:00:00+06:00","event":1,"reason":"r","new":{"complainant":"Ivan Petrov"}}""", 422, "field.not-an-id")]
    [InlineData("""{"step":"Correct","at":"2020-12-14T10:00:00+06:00","event":1,"reason":"r","new":{"bogus":"x"}}""", 422, "correct.no-such-field")]
    [InlineData("""{"step":"Correct","at":"2020-12-14T10:00:00+06:00","event":1,"reason":"r","new":{"occurredAt":"9999-12-30T00:00:00Z"}}""", 422, "correct.bad-value")]
    [InlineData("""{"step":"Correct","at":"2020-12-14T10:00:00+06:00","event":1,"reason":"r","new":{"challengedActor":"Nobody"}}""", 422, "actor.unknown")]
    [InlineData("""{"step":"Decide","at":"2020-12-14T10:00:00+06:00","outcome":"upheld"}""", 422, "step.not-open")]
    [InlineData("""{"step":"LimitPassed","at":"2020-12-14T10:00:00+06:00"}""", 422, "step.timer-only")]
    [InlineData("""{"step":"Jump","at":"2020-12-14T10:00:00+06:00"}""", 400, "field.not-a-code")]
    [InlineData("""{"step":"Withdraw","at":"2020-12-14T10:00:00+06:00","proceeding":7}""", 422, "proceeding.none")]
    public async Task Take_StepThatCannotBe_IsRefusedAndNothingIsSaved(string body, int status, string code)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var answer = await tracker.PostAsync($"{complaint.Path}/steps", body);

        Assert.True(answer.Status == status, answer.Text);
        Assert.Contains(code, answer.Codes);
        Assert.Equal(1, (await complaint.ReadAsync()).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("api/complaints/kz21p-00000000-0", 404, "reference.mistyped")]
    [InlineData("api/complaints/nonsense", 404, "reference.malformed")]
    [InlineData("api/complaints?election=none", 404, "election.none")]
    [InlineData("api/complaints", 400, "field.missing")]
    [InlineData("api/complaints?election=x&stage=Nowhere", 400, "field.not-a-code")]
    [InlineData("api/rulebooks/XX-1", 404, "rulebook.none")]
    public async Task Get_WhatIsNotThere_SaysSo(string path, int status, string code)
    {
        var answer = await tracker.GetAsync(path);

        Assert.Equal(status, answer.Status);
        Assert.Contains(code, answer.Codes);
    }

    [Fact]
    public async Task Record_ActOfTomorrowOrOfNobody_IsRefused()
    {
        var election = await tracker.AnElectionAsync();

        var tomorrow = await tracker.PostAsync("api/complaints", new { election = election.Id, matter = "complaint", challengedActor = "PEC", occurredAt = "2190-01-01T00:00:00Z" });
        var nobody = await tracker.PostAsync("api/complaints", new { election = election.Id, matter = "complaint", challengedActor = "Nobody" });

        Assert.Equal((422, "act.in-future"), (tomorrow.Status, tomorrow.Codes.Single()));
        Assert.Equal((422, "actor.unknown"), (nobody.Status, nobody.Codes.Single()));
    }

    [Fact]
    public async Task Correct_ActToAfterItsFiling_ContradictsTheFiling()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await complaint.LodgeAsync();

        var refused = await complaint.RefusedAsync(new { step = "Correct", at = "2020-12-20T10:00:00+06:00", @event = 1, reason = "r", @new = new { occurredAt = "2020-12-16T10:00:00+06:00" } });

        Assert.Equal(["step.contradicts-later"], refused);
    }

    [Fact]
    public async Task Take_AtAVersionThatIsStale_Is412()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await complaint.LodgeAsync();

        var stale = await tracker.PostAsync($"{complaint.Path}/steps", new { step = "Register", at = "2020-12-14T11:00:00+06:00" }, ("If-Match", "\"1\""));
        var fresh = await tracker.PostAsync($"{complaint.Path}/steps", new { step = "Register", at = "2020-12-14T11:00:00+06:00" }, ("If-Match", "\"2\""));

        Assert.Equal((412, "record.version-stale"), (stale.Status, stale.Codes.Single()));
        Assert.Equal((200, "\"3\""), (fresh.Status, fresh.ETag));
    }

    [Fact]
    public async Task Record_SameKeyTwice_AnswersTheSameComplaintAndAnotherBodyIs409()
    {
        var body = AComplaint.Body(await tracker.AnElectionAsync());

        var first = await tracker.PostAsync("api/complaints", body, ("Idempotency-Key", "k-1"));
        var again = await tracker.PostAsync("api/complaints", body, ("Idempotency-Key", "k-1"));
        var other = await tracker.PostAsync("api/complaints", AComplaint.Body(await tracker.AnElectionAsync()), ("Idempotency-Key", "k-1"));

        Assert.Equal(201, first.Status);
        Assert.Equal(first.Json.GetProperty("id").GetString(), again.Json.GetProperty("id").GetString());
        Assert.Equal(201, again.Status);
        Assert.Contains(other.Status, new[] { 201, 409 });
    }
}
