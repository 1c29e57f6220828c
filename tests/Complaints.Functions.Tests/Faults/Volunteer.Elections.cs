using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Complaints.Functions.Tests.Docket;

namespace Complaints.Functions.Tests.Faults;

// What one does with a whole election, and what the tracker does by itself.
internal sealed partial class Volunteer
{
    private static readonly string[] Timers = ["SweepDeadlines", "DeliverAlerts", "TidyUp", "RebuildIndexes", "RewrapKeys"];

    private async Task ImportAsync()
    {
        string[] cases = [.. Enumerable.Range(0, 5).Select(_ => Mark())];
        var csv = Encoding.UTF8.GetBytes(ARegister.Of([.. cases.Select(each => ARegister.Row(each))]));
        var answer = await SendAsync(HttpMethod.Post, $"api/elections/{ledger.Election.Id}/import", cases[0], () =>
            new ByteArrayContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } });
        Assert.True(answer.Status == 200, Said(answer));
        var told = Read(answer.Body);
        Assert.Equal((cases.Length, 0), (told.GetProperty("imported").GetInt32() + told.GetProperty("repeated").GetInt32(), told.GetProperty("rejected").GetArrayLength()));

        foreach (var each in cases)
        {
            ledger.Keep(each, "", 0);
        }
    }

    private async Task ReportAsync()
    {
        var mark = Mark();
        var answer = await PostAsync($"api/elections/{ledger.Election.Id}/reported", mark, Json(new { measure = "M01", value = 7, source = mark, asOf = "2021-01-08" }));
        Assert.True(answer.Status == 201, Said(answer));
        ledger.Figures[mark] = 0;
    }

    private async Task NameAsync(string? person = null)
    {
        person ??= Mark();
        var path = $"api/elections/{ledger.Election.Id}/team/{person}";
        var answer = await SendAsync(HttpMethod.Put, path, null, () => Content("""{"roles":["coordinator"],"readsRetaliation":true}"""), "administrator");
        Assert.True(answer.Status == 200, Said(answer));
        ledger.Members[Read(answer.Body).GetProperty("person").GetString()!] = 0;
    }

    private async Task ReadAsync()
    {
        var id = Mine().Id;
        var path = random.Next(4) switch { 0 => $"api/complaints/{id}", 1 => $"api/complaints/{id}/history", 2 => $"api/complaints/{id}/bundle", _ => $"complaints/{id}" };
        var answer = await GetAsync(path);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status}");
    }

    private async Task LookAsync()
    {
        var election = ledger.Election.Id;
        var path = random.Next(5) switch
        {
            0 => $"api/complaints?election={election}", 1 => $"api/elections/{election}/statistics", 2 => $"register?election={election}", 3 => "api/elections", _ => "",
        };
        var answer = await GetAsync(path);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status}");
    }

    private async Task RunTimerAsync()
    {
        var name = Timers[random.Next(Timers.Length)];
        var answer = await SendAsync(HttpMethod.Post, $"admin/functions/{name}", null, () => Content("{}"));
        Assert.Equal(202, answer.Status);
    }
}
