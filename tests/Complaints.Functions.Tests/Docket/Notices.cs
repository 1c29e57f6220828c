using System.Text.Json;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Docket;

/// <summary>The notices and the news of one complaint.</summary>
internal sealed record Notices(string First, string News, IReadOnlyList<string> AllNews)
{
    public static async Task<Notices> OfAsync(OwnStorage storage, AComplaint complaint)
    {
        var notices = (await storage.RowsAsync("o:")).Where(row => row.GetString("Alert").Contains(complaint.Id, StringComparison.Ordinal));
        var first = notices.First(row => row.GetString("Alert").Contains("DecisionOverdue", StringComparison.Ordinal));
        string[] news = [.. (await storage.RowsAsync("n:")).Select(row => row.RowKey).Where(key => key.EndsWith(complaint.Id, StringComparison.Ordinal))];
        return new Notices(first.RowKey, news[^1], news);
    }

    public async Task ChangeAsync(DocketRows rows, string old, string with)
    {
        var row = await rows.ReadAsync(First);
        Assert.Contains(old, row.GetString("Alert"), StringComparison.Ordinal);
        row["Alert"] = row.GetString("Alert").Replace(old, with, StringComparison.Ordinal);
        await rows.WriteAsync(row);
    }

    public async Task LogAsync(DocketRows rows)
    {
        var alert = JsonDocument.Parse((await rows.ReadAsync(First)).GetString("Alert")).RootElement;
        await rows.CopyAsync(First, $"a:{rows.Id}:{First.Split(':')[1]}:{alert.GetProperty("id").GetString()}");
    }

    public async Task ForgetNewsAsync(DocketRows rows)
    {
        foreach (var key in AllNews)
        {
            await rows.RemoveAsync(key);
        }
    }

    public async Task ChangeNewsAsync(DocketRows rows, string old, string with) => await rows.ChangeAsync(News, "Register", old, with);
}
