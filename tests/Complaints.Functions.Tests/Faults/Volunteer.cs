using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Faults;

/// <summary>
/// Somebody who does everything the tracker offers, in an order that a seed draws. What they send bears a mark of its own, which is looked for in the record
/// afterwards. A new door is one more line in <see cref="Acts"/>.
/// </summary>
internal sealed class Volunteer(Station station, Ledger ledger, int number, int seed)
{
    private static readonly (int Weight, Func<Volunteer, Task> Act)[] Acts =
    [
        (14, each => each.RecordAsync()),
        (30, each => each.StepAsync()),
        (12, each => each.NoteAsync(own: true)),
        (8, each => each.NoteAsync(own: false)),
        (12, each => each.UploadAsync()),
        (3, each => each.ImportAsync()),
        (2, each => each.ReportAsync()),
        (2, each => each.NameAsync()),
        (8, each => each.ReadAsync()),
        (6, each => each.LookAsync()),
        (1, each => each.RunTimerAsync()),
    ];

    private static readonly int All = Acts.Sum(each => each.Weight);

    private readonly Random random = new(HashCode.Combine(0, seed) + number);
    private readonly List<(string Id, int Stage)> own = [];
    private int marks;

    /// <summary>Names everybody in the election's team, and records the complaint that they all write to.</summary>
    public static async Task<string> ShareAsync(Station station, Ledger ledger, int people)
    {
        var volunteer = new Volunteer(station, ledger, people, 0);

        for (var each = 0; each <= people; each++)
        {
            await volunteer.NameAsync($"volunteer-{each}");
        }

        await volunteer.RecordAsync();
        return ledger.Texts.Keys.First().Complaint;
    }

    /// <summary>Does one thing after the other until it is enough.</summary>
    public async Task WorkAsync(string shared, Func<bool> isEnough)
    {
        own.Add((shared, -1));

        while (!isEnough())
        {
            var draw = random.Next(All);
            await Acts.First(each => (draw -= each.Weight) < 0).Act(this);
        }
    }

    private string Mark() => string.Create(CultureInfo.InvariantCulture, $"m-{ledger.Election.Code}-{number}-{++marks}");

    private async Task RecordAsync()
    {
        var mark = Mark();
        var texts = new[] { "narrative", "name", "contact" }.ToDictionary(item => item, item => $"{item} of {mark}");
        var answer = await PostAsync("api/complaints", mark, JsonSerializer.Serialize(new
        {
            election = ledger.Election.Id,
            matter = "complaint",
            complainantType = "citizen_observer_group",
            challengedActor = "PEC",
            challengedActKind = "action",
            subject = "observer_rights.removal",
            occurredAt = "2020-12-10T10:00:00+06:00",
            placeZone = "Asia/Almaty",
            precinct = mark,
            narrative = texts["narrative"],
            identity = new { name = texts["name"], contact = texts["contact"] },
        }));
        Assert.Equal(201, answer.Status);
        var id = Keep(mark, answer.Body);
        own.Add((id, 0));

        foreach (var (item, text) in texts)
        {
            ledger.Texts[(id, item)] = text;
        }
    }

    /// <summary>The next step of a complaint of one's own: lodged, registered, decided, appealed.</summary>
    private async Task StepAsync()
    {
        if (own.FindLastIndex(each => each.Stage is >= 0 and < 4) is var at && at < 0)
        {
            await RecordAsync();
            return;
        }

        var (id, stage) = own[at];
        var mark = Mark();
        var answer = await PostAsync($"api/complaints/{id}/steps", mark, stage switch
        {
            0 => Json(new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty", forumName = mark }),
            1 => Json(new { step = "Register", at = "2020-12-15T10:00:00+06:00", registrationNumber = mark }),
            2 => Json(new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits", wording = mark }),
            _ => Json(new { step = "Appeal", at = "2020-12-18T15:00:00+06:00", by = "complainant", forum = "CEC", forumName = mark }),
        });
        Assert.True(answer.Status == 200, Encoding.UTF8.GetString(answer.Body));
        Keep(mark, answer.Body);
        own[at] = (id, stage + 1);
    }

    private async Task NoteAsync(bool own)
    {
        var (id, mark) = (own ? Mine() : this.own[0].Id, Mark());
        var answer = await PostAsync($"api/complaints/{id}/facts", mark, Json(new { fact = "publication", at = "2020-12-15T10:00:00+06:00", source = mark }));

        if (answer.Status == 409)
        {
            Assert.Contains("record.changed-meanwhile", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
            ledger.Refused[mark] = id;
            return;
        }

        Assert.True(answer.Status == 200, Encoding.UTF8.GetString(answer.Body));
        Keep(mark, answer.Body);
    }

    private async Task UploadAsync()
    {
        var (id, mark) = (Mine(), Mark());
        byte[] bytes = [.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(mark), .. new byte[random.Next(200_000)]];
        var (name, sha256) = ($"{mark}.pdf", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var answer = await SendAsync(HttpMethod.Post, $"api/complaints/{id}/documents", mark, () =>
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = name };
            return new MultipartFormDataContent { file };
        });
        Assert.True(answer.Status is 201 or 409, Encoding.UTF8.GetString(answer.Body));

        if (answer.Status == 409)
        {
            ledger.Refused[sha256] = id;
            return;
        }

        var added = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal(sha256, added.GetProperty("sha256").GetString());
        ledger.Documents[(id, added.GetProperty("number").GetInt32())] = (sha256, name);
        ledger.Keep(sha256, id, 0);
    }

    private async Task ImportAsync()
    {
        string[] cases = [.. Enumerable.Range(0, 5).Select(_ => Mark())];
        var csv = Encoding.UTF8.GetBytes(ARegister.Of([.. cases.Select(each => ARegister.Row(each))]));
        var answer = await SendAsync(HttpMethod.Post, $"api/elections/{ledger.Election.Id}/import", cases[0], () =>
            new ByteArrayContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } });
        Assert.True(answer.Status == 200, Encoding.UTF8.GetString(answer.Body));
        var told = JsonDocument.Parse(answer.Body).RootElement;
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
        Assert.True(answer.Status == 201, Encoding.UTF8.GetString(answer.Body));
        ledger.Figures[mark] = 0;
    }

    private async Task NameAsync(string? person = null)
    {
        person ??= Mark();
        var path = $"api/elections/{ledger.Election.Id}/team/{person}";
        var answer = await SendAsync(HttpMethod.Put, path, null, () => Content("""{"roles":["coordinator"]}"""), "administrator");
        Assert.True(answer.Status == 200, Encoding.UTF8.GetString(answer.Body));
        ledger.Members[JsonDocument.Parse(answer.Body).RootElement.GetProperty("person").GetString()!] = 0;
    }

    private async Task ReadAsync()
    {
        var id = Mine();
        var path = random.Next(4) switch { 0 => $"api/complaints/{id}", 1 => $"api/complaints/{id}/history", 2 => $"api/complaints/{id}/bundle", _ => $"complaints/{id}" };
        var answer = await SendAsync(HttpMethod.Get, path, null, () => null);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status}");
    }

    private async Task LookAsync()
    {
        var election = ledger.Election.Id;
        var path = random.Next(5) switch
        {
            0 => $"api/complaints?election={election}", 1 => $"api/elections/{election}/statistics", 2 => $"register?election={election}", 3 => "api/elections", _ => "",
        };
        var answer = await SendAsync(HttpMethod.Get, path, null, () => null);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status}");
    }

    private async Task RunTimerAsync()
    {
        var name = random.Next(3) switch { 0 => "SweepDeadlines", 1 => "DeliverAlerts", _ => "TidyUp" };
        var answer = await SendAsync(HttpMethod.Post, $"admin/functions/{name}", null, () => Content("{}"));
        Assert.Equal(202, answer.Status);
    }

    private string Mine() => own[random.Next(own.Count)].Id;

    private string Keep(string mark, byte[] answer)
    {
        var complaint = JsonDocument.Parse(answer).RootElement;
        var id = complaint.GetProperty("id").GetString()!;
        ledger.Keep(mark, id, complaint.GetProperty("version").GetInt32());
        return id;
    }

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static StringContent Content(string json) => new(json, Encoding.UTF8, "application/json");

    private Task<(int Status, byte[] Body, HttpResponseMessage Answer)> PostAsync(string path, string mark, string json) =>
        SendAsync(HttpMethod.Post, path, mark, () => Content(json));

    private Task<(int Status, byte[] Body, HttpResponseMessage Answer)> SendAsync(
        HttpMethod method, string path, string? key, Func<HttpContent?> content, string role = "coordinator") => station.AskAsync(() =>
    {
        var request = new HttpRequestMessage(method, path) { Content = content() };
        var (name, value) = Sign.As(role, $"volunteer-{number}");
        request.Headers.TryAddWithoutValidation(name, value);

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    });
}
