using System.Globalization;
using Complaints.TestKit;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>Forms that were left open, and forms whose connection stalls: nothing that was typed is lost, and nothing is recorded twice.</summary>
public sealed class LateFormTests(House house)
{
    private const string Wording = "Өтініш қараусыз қалдырылсын: мерзімі өтіп кетті 🗳";

    [Fact(Timeout = Chromium.Patience)]
    public async Task Form_OpenFor25HoursAndOverARestart_IsSentOnceMoreAfterSigningIn()
    {
        var port = FreePorts.Take().ToString(CultureInfo.InvariantCulture);
        await using var storage = await AzuriteServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var device = await house.Chromium.DeviceAsync(new Uri($"http://127.0.0.1:{port}/"), "kk", Chromium.Phone);
        string id;
        IPage page;

        await using (var before = await ATracker.StartAsync(storage.ConnectionString, ("COMPLAINTS_SAMPLE", "kz-2021"), ("FUNCTIONS_LOCAL_PORT", port)))
        {
            id = await Scene.LodgedAsync(before);
            page = await OpenAsync(device, id);
            await page.FillAsync("#wording", Wording);
            await before.StopAsync();
        }

        await using var after = await ATracker.StartAsync(storage.ConnectionString, ("FUNCTIONS_LOCAL_PORT", port));
        await after.SetClockAsync("2021-01-13T10:05:00+06:00");
        await page.SendAsync();
        Look.None(Vocabulary.NotOf("kk", await Look.TextsAsync(page)));
        Look.None(await Look.SidewaysAsync(page));
        var window = await device.RunAndWaitForPageAsync(() => page.Locator("main a[target=_blank]").ClickAsync());
        await SignInAsync(window);
        await page.SendAsync();

        Assert.EndsWith($"/complaints/{id}?done=Decide", page.Url, StringComparison.Ordinal);
        Assert.Equal([Wording], await WordingsAsync(after, id));
    }

    [Theory(Timeout = Chromium.Patience)]
    [InlineData(true)] // the step was taken, and the answer never came
    [InlineData(false)] // the step never arrived
    public async Task Form_ConnectionStalls_IsRecordedOnce(bool hasArrived)
    {
        var id = await Scene.LodgedAsync(house.Tracker);
        await using var line = await FaultyProxy.StartAsync(house.Tracker.Address, cancellationToken: TestContext.Current.CancellationToken);
        line.Meets = (method, _) => method == "POST";
        await using var device = await house.Chromium.DeviceAsync(line.Address, "ru", Chromium.Phone);
        var page = await OpenAsync(device, id);
        await page.FillAsync("#wording", Wording);

        if (hasArrived)
        {
            // Browsers send again by themselves where a connection is cut that they had used before.
            line.Next(Fault.AnswerLost, 10);
            await PressSendAsync(page);

            while (await WordingsAsync(house.Tracker, id) is [])
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            // The browser's own page about the lost answer must have come first, or it takes the place of what is opened next.
            for (var looks = 0; looks < 100 && !page.Url.StartsWith("chrome-error:", StringComparison.Ordinal); looks++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            line.Heal();
            await page.GotoAsync($"/complaints/{id}?done=Decide");
        }
        else
        {
            var arrived = line.Arrivals;
            line.Next(Fault.Hold);
            await PressSendAsync(page);
            await line.WaitForAsync(arrived + 1, TestContext.Current.CancellationToken);
            await page.LoadsAsync(() => page.Keyboard.PressAsync("Enter"));
            line.Release();
        }

        Assert.Contains(Wording, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith($"/complaints/{id}?done=Decide", page.Url, StringComparison.Ordinal);
        Assert.Equal([Wording], await WordingsAsync(house.Tracker, id));
    }

    private static async Task<IPage> OpenAsync(IBrowserContext device, string id)
    {
        var page = await device.NewPageAsync();
        await page.GotoAsync($"/sign-in?then={Uri.EscapeDataString($"/complaints/{id}/steps/Decide?proceeding=1")}");
        await SignInAsync(page);
        await page.CheckAsync("#outcome-dismissed_merits");
        await page.FillAsync("#at-day", "11");
        await page.FillAsync("#at-month", "1");
        await page.FillAsync("#at-year", "2021");
        await page.FillAsync("#at-time", "16:00");
        return page;
    }

    // A click would wait for the answer.
    private static async Task PressSendAsync(IPage page)
    {
        await page.Locator("main form[method=post] button[type=submit]").Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.CheckAsync("#persona-coordinator");
        await page.SendAsync();
    }

    /// <summary>What the decisions on record say.</summary>
    private static async Task<IReadOnlyList<string?>> WordingsAsync(ATracker tracker, string id) =>
    [
        .. (await tracker.GetAsync($"api/complaints/{id}/history")).GetProperty("events").EnumerateArray()
            .Select(each => each.GetProperty("data")).Where(data => data.TryGetProperty("outcome", out _)).Select(data => data.GetProperty("wording").GetString()),
    ];
}
