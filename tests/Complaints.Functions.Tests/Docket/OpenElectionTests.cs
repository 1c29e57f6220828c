using System.Globalization;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A new election: its name and its code are its own for good.</summary>
public sealed class OpenElectionTests(Tracker tracker)
{
    private static int numbers;

    private static object Body(string id, string code, string rulebook = "KZ-2020") => new { id, code, name = "A by-election", rulebook, electionDay = "2021-01-10" };

    private static string ACode() => string.Create(CultureInfo.InvariantCulture, $"N{Interlocked.Increment(ref numbers):D4}");

    [Fact]
    public async Task Open_New_TakesComplaintsFromThenOn()
    {
        var (id, code) = (TestName(), ACode());

        var opened = await tracker.PostAsync("api/elections", Body(id, code));

        Assert.True(opened.Status == 201, opened.Text);
        Assert.Equal("KZ-2020@1", opened.Json.GetProperty("rulebook").GetString());
        var recorded = await tracker.PostAsync(
            "api/complaints", new { election = id, matter = "complaint", challengedActor = "PEC", challengedActKind = "action", occurredAt = "2021-01-10T10:00:00+06:00" });
        Assert.StartsWith(code, recorded.Json.GetProperty("reference").GetString(), StringComparison.Ordinal);
        Assert.Contains(id, (await tracker.GetAsync("api/elections")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_NameOrCodeOfAnother_IsRefusedAndChangesNothing()
    {
        var (id, code) = (TestName(), ACode());
        await tracker.PostAsync("api/elections", Body(id, code));

        var sameName = await tracker.PostAsync("api/elections", Body(id, ACode()));
        var sameCode = await tracker.PostAsync("api/elections", Body(TestName(), code.ToLowerInvariant()));

        Assert.Equal((409, "election.taken"), (sameName.Status, sameName.Codes.Single()));
        Assert.Equal((409, "election.taken"), (sameCode.Status, sameCode.Codes.Single()));
    }

    [Fact]
    public async Task Open_TheSameAgain_IsTheSame()
    {
        var body = Body(TestName(), ACode());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tracker.PostAsync("api/elections", body)));

        Assert.All(answers, each => Assert.Equal(201, each.Status));
        Assert.Single(answers.Select(each => each.Text).Distinct());
    }

    [Theory]
    [InlineData("KZ 2021", "AB12", "KZ-2020", 400, "election.bad-id")]
    [InlineData("kz-2022", "A", "KZ-2020", 400, "election.bad-code")]
    [InlineData("kz-2022", "LOUD", "KZ-2020", 400, "election.bad-code")]
    [InlineData("kz-2022", "AB12", "KZ-1066", 422, "rulebook.unknown")]
    public async Task Open_Wrongly_SaysWhatIsWrong(string id, string code, string rulebook, int status, string refusal)
    {
        var answer = await tracker.PostAsync("api/elections", Body(id, code, rulebook));

        Assert.Equal((status, refusal), (answer.Status, answer.Codes.Single()));
    }

    private static string TestName() => string.Create(CultureInfo.InvariantCulture, $"new-{Interlocked.Increment(ref numbers)}");
}
