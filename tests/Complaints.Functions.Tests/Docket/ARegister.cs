using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Complaints.Domain.Docket;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A register as a CSV file: the sample's header, and rows that are all right unless a test makes them wrong.</summary>
internal static class ARegister
{
    public static readonly string Sample = File.ReadAllText(Repository.PathOf("functions", "Complaints.Functions", "Samples", "kz-2021", "register.csv"));

    public static readonly string[] Columns = Sample.Split('\n')[0].Split(',');

    /// <summary>A complaint to the Supreme Court, dismissed as late, with some columns set otherwise.</summary>
    public static string Row(string name, params (string Column, string Value)[] otherwise)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["case_id"] = name,
            ["matter"] = "complaint",
            ["forum"] = "SC",
            ["forum_level"] = "first_instance",
            ["channel"] = "post",
            ["received_local"] = "2020-12-17T10:21:00+06:00",
            ["received_zone"] = "Asia/Almaty",
            ["received_utc"] = "2020-12-17T04:21:00Z",
            ["complainant_type"] = "voter",
            ["complainant_pseudonym"] = "P-7833",
            ["challenged_actor"] = "CEC",
            ["challenged_act_id"] = "KZ-CEC-2020-12-04",
            ["challenged_act_date"] = "2020-12-04",
            ["subject"] = "observer_rights.access_and_accreditation",
            ["outcome"] = "dismissed_formal",
            ["ground"] = "late",
            ["decided_utc"] = "2020-12-20T06:21:00Z",
            ["rectification_offered"] = "no",
            ["remedy"] = "none",
            ["appealed"] = "unknown",
            ["known_via"] = "interlocutor",
            ["as_of"] = "2021-01-11",
        };

        foreach (var (column, value) in otherwise)
        {
            values[column] = value;
        }

        return string.Join(',', Columns.Select(column => values.GetValueOrDefault(column, "")));
    }

    /// <summary>The header and these rows.</summary>
    public static string Of(params string[] rows) => string.Join('\n', rows.Prepend(string.Join(',', Columns))) + "\n";

    public static Task<Answer> ImportAsync(this Tracker tracker, Election election, string csv, bool dryRun = false) =>
        tracker.ImportAsync(election.Id, Encoding.UTF8.GetBytes(csv), "text/csv", dryRun ? "?dryRun=true" : "");

    public static async Task<Answer> ImportAsync(
        this Tracker tracker, string election, byte[] csv, string type, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/elections/{election}/import{query}") { Content = new ByteArrayContent(csv) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Answer.OfAsync(await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Imported and repeated.</summary>
    public static (int Imported, int Repeated) Counts(this Answer answer) =>
        (answer.Json.GetProperty("imported").GetInt32(), answer.Json.GetProperty("repeated").GetInt32());

    /// <summary>Line, code and field of every refusal.</summary>
    public static IReadOnlyList<(int Line, string? Code, string? Field)> Rejected(this Answer answer) =>
    [
        .. answer.Json.GetProperty("rejected").EnumerateArray().SelectMany(row => row.GetProperty("refusals").EnumerateArray().Select(refusal =>
            (row.GetProperty("line").GetInt32(), refusal.GetProperty("code").GetString(), refusal.GetProperty("field").GetString()))),
    ];
}
