using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Faults;

/// <summary>
/// Somebody who does everything the tracker offers, in an order that a seed draws. What they send bears a mark of its own, which is looked for in the record
/// afterwards. A new door is one more line in <see cref="Acts"/>; what each does lies in the files beside this one.
/// </summary>
internal sealed partial class Volunteer(Station station, Ledger ledger, int number, int seed)
{
    private static readonly (int Weight, Func<Volunteer, Task> Act)[] Acts =
    [
        (14, each => each.RecordAsync()),
        (28, each => each.StepAsync()),
        (10, each => each.NoteAsync(own: true)),
        (8, each => each.NoteAsync(own: false)),
        (6, each => each.TellAsync()),
        (5, each => each.ConsentAsync()),
        (3, each => each.HoldAsync()),
        (1, each => each.EraseAsync()),
        (10, each => each.UploadAsync()),
        (5, each => each.OpenAsync()),
        (3, each => each.DownloadAsync()),
        (3, each => each.TakeReceiptAsync()),
        (1, each => each.FollowAsync()),
        (3, each => each.ImportAsync()),
        (2, each => each.ReportAsync()),
        (2, each => each.NameAsync()),
        (6, each => each.ReadAsync()),
        (5, each => each.LookAsync()),
        (2, each => each.RunTimerAsync()),
    ];

    private static readonly int All = Acts.Sum(each => each.Weight);

    private readonly Random random = new(HashCode.Combine(0, seed) + number);
    private readonly List<Known> own = [];
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
        own.Add(new Known(shared) { Stage = -1 });

        while (!isEnough())
        {
            var draw = random.Next(All);
            await Acts.First(each => (draw -= each.Weight) < 0).Act(this);
        }
    }

    private string Mark() => string.Create(CultureInfo.InvariantCulture, $"m-{ledger.Election.Code}-{number}-{++marks}");

    /// <summary>A mark for what has no words of its own: a second of November 2020 that nobody else's event happened in, later each time.</summary>
    private string MarkedHour() => DateTimeOffset.UnixEpoch.AddSeconds(Hours.First + (number * Hours.Each) + ++marks).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>One of the complaints that are nobody else's; records one if there is none.</summary>
    private async Task<Known> OnlyMineAsync(Func<Known, bool>? like = null)
    {
        var all = own.Where(each => each.Stage >= 0 && like?.Invoke(each) is not false).ToArray();

        if (all.Length > 0)
        {
            return all[random.Next(all.Length)];
        }

        await RecordAsync();
        return own[^1];
    }

    private Known Mine() => own[random.Next(own.Count)];

    private string Keep(string mark, byte[] answer)
    {
        var complaint = Read(answer);
        var id = complaint.GetProperty("id").GetString()!;
        ledger.Keep(mark, id, complaint.GetProperty("version").GetInt32());
        return id;
    }

    private static JsonElement Read(byte[] answer) => JsonDocument.Parse(answer).RootElement;

    private static string Said(Answered answer) => Encoding.UTF8.GetString(answer.Body);

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static StringContent Content(string json) => new(json, Encoding.UTF8, "application/json");

    private Task<Answered> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, () => null);

    private Task<Answered> PostAsync(string path, string? mark, string json) => SendAsync(HttpMethod.Post, path, mark, () => Content(json));

    private Task<Answered> SendAsync(HttpMethod method, string path, string? key, Func<HttpContent?> content, string role = "coordinator") => station.AskAsync(() =>
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

    /// <summary>The hours that mark something.</summary>
    private static class Hours
    {
        public const int First = 1_604_188_800; // 1 November 2020
        public const int Each = 100_000;
    }

    /// <summary>A complaint one writes to, and what one knows of it.</summary>
    private sealed class Known(string id)
    {
        public string Id => id;

        /// <summary>How many of its steps have been taken; -1 for the one that is everybody's.</summary>
        public int Stage { get; set; }

        public bool IsHeld { get; set; }

        public bool CounselMaySee { get; set; }
    }
}
