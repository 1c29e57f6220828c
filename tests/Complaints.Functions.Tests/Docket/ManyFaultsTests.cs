namespace Complaints.Functions.Tests.Docket;

/// <summary>Many faults at once: the answer names some, and neither it nor the memory it takes grows with what was sent.</summary>
public sealed class ManyFaultsTests(Tracker tracker)
{
    // 64 KB in which one long name holds another six thousand times: once, the answer took 800 MB to make.
    [Fact]
    public async Task Post_ManyFaultsUnderALongName_IsAnsweredShortly()
    {
        var body = "{\"" + new string('a', 32_000) + "\":{" + string.Join(',', Enumerable.Repeat("\"\":1", 6_600)) + "}}";
        Assert.InRange(body.Length, 60_000, 65_536);

        var answer = await tracker.PostAsync("api/deadlines", body);

        Assert.Equal((400, 20), (answer.Status, answer.Codes.Count(each => each == "field.twice")));
        Assert.InRange(answer.Text.Length, 1, 20_000);
    }
}
