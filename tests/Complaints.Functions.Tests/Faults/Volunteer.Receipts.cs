using System.Net.Http;
using Complaints.Functions.Tests.Receipts;

namespace Complaints.Functions.Tests.Faults;

// What one gives to a complainant, and what the complainant does with it.
internal sealed partial class Volunteer
{
    /// <summary>A receipt holds good at once, and in whatever the complaint becomes.</summary>
    private async Task TakeReceiptAsync()
    {
        var receipt = await GetAsync($"api/complaints/{Mine().Id}/receipt");
        Assert.True(receipt.Status == 200, Said(receipt));
        var verified = await PostAsync("api/receipts/verify", null, Said(receipt));
        Assert.True(verified.Status == 200, Said(verified));
        Assert.True(Read(verified.Body).GetProperty("isSigned").GetBoolean() && Read(verified.Body).GetProperty("isInRecord").GetBoolean(), Said(verified));
    }

    /// <summary>Has a code issued, once more under the same key, and follows the complaint with it.</summary>
    private async Task FollowAsync()
    {
        var (complaint, key) = (await OnlyMineAsync(), Mark());
        var (code, again) = (await CodeAsync(complaint.Id, key), await CodeAsync(complaint.Id, key));
        Assert.Equal(code, again);

        // From an address of one's own: an attempt that died on its way stays counted as a guess.
        var address = From.Anew();
        var followed = await AttemptAsync();

        for (var waits = 0; followed.Status == 429 && waits < 30; waits++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            followed = await AttemptAsync();
        }

        Assert.True(followed.Status == 200, Said(followed));
        Assert.Equal(complaint.Id, Read(followed.Body).GetProperty("reference").GetString(), ignoreCase: true);

        Task<Answered> AttemptAsync() => station.AskAsync(
            () => new HttpRequestMessage(HttpMethod.Post, "api/follow") { Content = Content(Json(new { reference = complaint.Id, code })) }, address);
    }

    private async Task<string> CodeAsync(string id, string key)
    {
        var issued = await SendAsync(HttpMethod.Post, $"api/complaints/{id}/code", key, () => null);
        Assert.True(issued.Status == 201, Said(issued));
        return Read(issued.Body).GetProperty("code").GetString()!;
    }
}
