using System.Text.Json;

namespace Complaints.Functions.Tests.Vault;

/// <summary>Consent per purpose: nothing follows from having recorded a complaint, and what was given can be taken back.</summary>
public sealed class ConsentTests(Tracker tracker)
{
    [Fact]
    public async Task Record_ByItself_SaysNothingOfConsent()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);

        var consents = (await tracker.GetAsync(vault.Path, AVaultCase.Owner)).Json.GetProperty("consents");

        Assert.Equal(
            ["tracking unknown", "publishing unknown", "sharing_with_counsel unknown"], consents.EnumerateObject().Select(each => $"{each.Name} {each.Value}"));
    }

    [Fact]
    public async Task Open_ForCounsel_NeedsConsentAndEndsWithIt()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);

        var unknown = await vault.OpenAsync(AVaultCase.Coordinator, "counsel");
        await vault.ConsentAsync("sharing_with_counsel", given: true, "2021-01-02T10:00:00+06:00");
        var given = await vault.OpenAsync(AVaultCase.Coordinator, "counsel");
        await vault.ConsentAsync("sharing_with_counsel", given: false, "2021-01-04T10:00:00+06:00");
        var withdrawn = await vault.OpenAsync(AVaultCase.Coordinator, "counsel");

        // Told later of an earlier day: what the party said last holds.
        await vault.ConsentAsync("sharing_with_counsel", given: true, "2021-01-03T10:00:00+06:00");
        var late = await vault.OpenAsync(AVaultCase.Coordinator, "counsel");

        Assert.Equal((403, "consent.not-given"), (unknown.Status, unknown.Codes.Single()));
        Assert.True(given.Status == 200, given.Text);
        Assert.Equal((403, "consent.withdrawn"), (withdrawn.Status, withdrawn.Codes.Single()));
        Assert.Equal(403, late.Status);
        Assert.Equal(200, (await vault.OpenAsync(AVaultCase.Coordinator, "legal_duty")).Status);
        Assert.Equal(2, (await vault.ReadsAsync()).Count);
    }

    [Fact]
    public async Task Bundle_PublishingWithdrawn_IsNotMadeUntilItIsGivenAgain()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);
        Assert.Equal(200, (await BundleAsync(vault)).Status);

        await vault.ConsentAsync("publishing", given: false);
        var refused = await BundleAsync(vault);
        await vault.ConsentAsync("publishing", given: true, "2021-01-06T10:00:00+06:00");

        Assert.Equal((403, "consent.withdrawn"), (refused.Status, refused.Codes.Single()));
        Assert.Equal(200, (await BundleAsync(vault)).Status);
    }

    [Fact]
    public async Task Withdraw_Tracking_LeavesATombstoneAndMovesNoFigure()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        await tracker.PostAsync($"{vault.Path}/steps", new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" }, AVaultCase.Owner);
        await tracker.PostAsync($"{vault.Path}/steps", new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits" }, AVaultCase.Owner);
        var before = await FiguresAsync(vault);

        await vault.ConsentAsync("tracking", given: false);

        var row = (await RowsAsync(vault, "")).Single();
        Assert.Equal(["tracking"], row.GetProperty("consentWithdrawn").EnumerateArray().Select(each => each.GetString()));
        Assert.All(new[] { "subject", "region", "challengedActor", "complainantType", "dueEarliestUtc", "timeliness" }, each =>
            Assert.Equal(JsonValueKind.Null, row.GetProperty(each).ValueKind));
        Assert.Empty(await RowsAsync(vault, "&subject=observer_rights"));
        Assert.Contains("consent withdrawn", (await tracker.GetAsync($"register?election={vault.Election.Id}", AVaultCase.Coordinator)).Text, StringComparison.Ordinal);
        Assert.Equal(before, await FiguresAsync(vault));

        foreach (var purpose in new[] { "assist_complainant", "legal_duty" })
        {
            var opened = await vault.OpenAsync(AVaultCase.Coordinator, purpose);
            Assert.Equal((403, "consent.withdrawn"), (opened.Status, opened.Codes.Single()));
        }

        Assert.Equal(403, (await tracker.GetAsync($"{vault.Path}/documents/1", AVaultCase.Owner)).Status);
        Assert.Equal(403, (await BundleAsync(vault)).Status);
        Assert.Empty(await vault.ReadsAsync());
    }

    [Fact]
    public async Task Hear_Wrongly_SaysWhatIsTaken()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);

        var empty = await tracker.PostAsync($"{vault.Path}/consent", "{}", AVaultCase.Owner);
        var wrong = await tracker.PostAsync($"{vault.Path}/consent", new { purpose = "fame", given = true, at = "2021-01-05T10:00:00+06:00", way = "by a friend" }, AVaultCase.Owner);
        var tomorrow = await tracker.PostAsync($"{vault.Path}/consent", new { purpose = "tracking", given = true, at = "2100-01-05T10:00:00+06:00", way = "orally" }, AVaultCase.Owner);

        Assert.Equal(
            ["at", "given", "purpose", "way"],
            empty.Json.GetProperty("refusals").EnumerateArray().Select(each => each.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal((400, 2), (wrong.Status, wrong.Codes.Count()));
        Assert.Equal((422, "step.in-future"), (tomorrow.Status, tomorrow.Codes.Single()));
    }

    [Fact]
    public async Task Hear_SentTwice_IsOneEvent()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);
        var said = new { purpose = "publishing", given = true, at = "2021-01-05T10:00:00+06:00", way = "by_message" };

        var first = await tracker.PostAsync($"{vault.Path}/consent", said, AVaultCase.Owner, ("Idempotency-Key", "once"));
        var again = await tracker.PostAsync($"{vault.Path}/consent", said, AVaultCase.Owner, ("Idempotency-Key", "once"));

        Assert.Equal((200, 200, first.ETag), (first.Status, again.Status, again.ETag));
        Assert.Equal("given", again.Json.GetProperty("consents").GetProperty("publishing").GetString());
    }

    private Task<Answer> BundleAsync(AVaultCase vault) => tracker.GetAsync($"{vault.Path}/bundle", AVaultCase.Coordinator);

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(AVaultCase vault, string filter)
    {
        var listed = await tracker.GetAsync($"api/complaints?election={vault.Election.Id}{filter}", AVaultCase.Coordinator);
        return [.. listed.Json.GetProperty("complaints").EnumerateArray()];
    }

    private async Task<string> FiguresAsync(AVaultCase vault)
    {
        var statistics = await tracker.GetAsync($"api/elections/{vault.Election.Id}/statistics", AVaultCase.Coordinator);
        return statistics.Json.GetProperty("measures").GetRawText() + statistics.Json.GetProperty("paragraphs").GetRawText();
    }
}
