using System.Text.Json;
using Complaints.Functions.Tests.Docket;

namespace Complaints.Functions.Tests.Statistics;

/// <summary>What was imported is counted, and what was stated stands beside it.</summary>
public sealed class StatisticsTests(Tracker tracker)
{
    [Fact]
    public async Task Statistics_ImportedSampleWithStatedFigure_CountsAndPrintsBoth()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.ImportAsync(election, ARegister.Sample);
        var stated = await tracker.PostAsync(
            $"api/elections/{election.Id}/reported",
            new { measure = "M01", filter = "forum=SC", value = 44, approximate = true, source = "a statement", asOf = "2021-01-11" });
        Assert.Equal(201, stated.Status);

        var statistics = (await tracker.GetAsync($"api/elections/{election.Id}/statistics")).Json;
        var rows = statistics.GetProperty("measures").EnumerateArray().Where(each => Is(each, "M01", "forum=SC")).ToArray();

        Assert.Equal([44, 44], rows.Select(each => each.GetProperty("numerator").GetInt32()));
        Assert.Equal([false, true], rows.Select(each => each.GetProperty("approximate").GetBoolean()));
        Assert.Equal("a statement", rows[1].GetProperty("source").GetString());
        Assert.StartsWith(
            "Some 44 complaints were lodged with the Supreme Court, most of these (38 of 44) against KZ-CEC-2020-12-04.",
            statistics.GetProperty("paragraphs").GetProperty("T-2").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.String, statistics.GetProperty("asOf").ValueKind);
    }

    [Fact]
    public async Task Statistics_AsCsv_HasTheSameRowsAndNoFormula()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.PostAsync(
            $"api/elections/{election.Id}/reported", new { measure = "M14", value = 2, source = "=1+1, \"quoted\"", asOf = "2021-01-11" });

        var csv = await tracker.GetAsync($"api/elections/{election.Id}/statistics?format=csv");
        var lines = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var json = (await tracker.GetAsync($"api/elections/{election.Id}/statistics")).Json;

        Assert.Equal("text/csv", csv.MediaType);
        Assert.Equal("id,filter,numerator,denominator,unknown,approximate,source,asOf", lines[0]);
        Assert.Equal(json.GetProperty("measures").GetArrayLength() + 1, lines.Length);
        Assert.Contains("M14,,2,,0,false,\"'=1+1, \"\"quoted\"\"\",2021-01-11", lines);
    }

    [Fact]
    public async Task Statistics_StepTakenSince_IsCountedAtOnce()
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        await complaint.LodgeAsync();

        var statistics = (await tracker.GetAsync($"api/elections/{election.Id}/statistics")).Json;

        Assert.Equal(1, Assert.Single(statistics.GetProperty("measures").EnumerateArray(), each => Is(each, "M01", "forum=TEC")).GetProperty("numerator").GetInt32());
    }

    [Theory]
    [InlineData("""{"measure":"M21","value":1,"source":"s","asOf":"2021-01-11"}""", "field.not-a-code", "Measure")]
    [InlineData("""{"measure":"M01","value":-1,"source":"s","asOf":"2021-01-11"}""", "field.negative", "Value")]
    [InlineData("""{"measure":"M01","source":"s","asOf":"2021-01-11"}""", "field.missing", "Value")]
    [InlineData("""{"measure":"M01","value":1,"asOf":"2021-01-11"}""", "field.missing", "Source")]
    [InlineData("""{"measure":"M01","value":1,"source":"s"}""", "field.missing", "AsOf")]
    [InlineData("""{"measure":"M01","value":1,"source":"s","asOf":"11 January"}""", "field.bad-value", "asOf")]
    [InlineData("""{"measure":"M01","value":1.5,"source":"s","asOf":"2021-01-11"}""", "field.bad-value", "value")]
    [InlineData("""{"measure":"M01","filter":"SC","value":1,"source":"s","asOf":"2021-01-11"}""", "field.not-a-filter", "Filter")]
    public async Task Report_WrongField_IsNamed(string json, string code, string field)
    {
        var answer = await tracker.PostAsync($"api/elections/{(await tracker.AnElectionAsync()).Id}/reported", json);

        Assert.Equal(400, answer.Status);
        var refusal = Assert.Single(answer.Json.GetProperty("refusals").EnumerateArray());
        Assert.Equal(code, refusal.GetProperty("code").GetString());
        Assert.Equal(field, refusal.GetProperty("field").GetString(), ignoreCase: true);
    }

    [Theory]
    [InlineData("api/elections/nowhere/statistics", 404)]
    [InlineData("api/elections/nowhere/statistics?format=pdf", 400)]
    public async Task Statistics_UnknownElectionOrFormat_IsRefused(string path, int status) =>
        Assert.Equal(status, (await tracker.GetAsync(path)).Status);

    [Fact]
    public async Task Report_UnknownElection_Is404() => Assert.Equal(
        404,
        (await tracker.PostAsync("api/elections/nowhere/reported", new { measure = "M01", value = 1, source = "s", asOf = "2021-01-11" })).Status);

    private static bool Is(JsonElement row, string id, string filter) =>
        row.GetProperty("id").GetString() == id && row.GetProperty("filter").GetString() == filter;
}
