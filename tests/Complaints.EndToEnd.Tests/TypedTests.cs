using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>What people type is shown as they typed it, whatever it is.</summary>
public sealed class TypedTests(House house)
{
    private const string Script = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(2)><svg/onload=alert(3)>{{alert(4)}}";

    // Kazakh letters, a right-to-left mark between, an emoji of several code points, and a name of one letter.
    private const string Letters = "Ә. Іңғүұқөһ \u200Fעברית\u200E 👩🏽‍⚖️ Ө";

    [Fact(Timeout = Chromium.Patience)]
    public async Task Script_InEveryField_IsShownAndNeverRuns()
    {
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, "en", Chromium.Desk, "coordinator", hasScript: true);
        var ran = new List<string>();
        device.Dialog += (_, dialog) =>
        {
            ran.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        var id = await Scene.RecordedAsync(house.Tracker, Script);
        var page = await device.NewPageAsync();

        await page.GotoAsync($"/complaints/{id}/steps/Lodge");
        await FillAsync(page);
        await page.SendAsync();
        Assert.NotEqual(0, await page.Locator(".govuk-error-summary").CountAsync());
        await page.SelectOptionAsync("[name=forum]", "TEC");
        await TypeMomentAsync(page, "11", "10:00");
        await page.SendAsync();
        await page.GotoAsync($"/complaints/{id}/steps/Decide?proceeding=1");
        await FillAsync(page);
        await page.CheckAsync("#outcome-dismissed_merits");
        await TypeMomentAsync(page, "11", "16:00");
        await page.SendAsync();

        Assert.Contains(Script, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"/complaints/{id}/identity");
        await page.CheckAsync("#purpose-verify_record");
        await page.SendAsync();
        Assert.Contains(Script, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        foreach (var address in new[] { "/nowhere/", "/complaints/", "/complaints?reference=", "/register?election=" })
        {
            await page.GotoAsync($"{address}{Uri.EscapeDataString(Script)}");
            Assert.Equal(0, await page.Locator("script, img, svg, [onerror], [onload]").CountAsync());
        }

        Assert.Empty(ran);
    }

    [Fact(Timeout = Chromium.Patience)]
    public async Task Letters_OfAnyKindAndMany_AreShownAsTyped()
    {
        var narrative = string.Concat(Enumerable.Repeat(Letters, 20_000 / Letters.Length));
        var id = await Scene.RecordedAsync(house.Tracker, narrative);
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, "kk", Chromium.Phone, "coordinator");
        var page = await device.NewPageAsync();

        await page.GotoAsync($"/complaints/{id}/identity");
        await page.CheckAsync("#purpose-verify_record");
        await page.SendAsync();

        Assert.Contains(narrative, await page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        Look.None(await Look.SidewaysAsync(page));
    }

    /// <summary>Types script into every field that takes text, less the moments, as far as each takes it.</summary>
    private static async Task FillAsync(IPage page)
    {
        foreach (var field in await page.Locator("main form[method=post] :is(input[type=text], textarea):not([name*='.'])").AllAsync())
        {
            await field.FillAsync(Script);
        }
    }

    private static async Task TypeMomentAsync(IPage page, string day, string time)
    {
        await page.FillAsync("#at-day", day);
        await page.FillAsync("#at-month", "1");
        await page.FillAsync("#at-year", "2021");
        await page.FillAsync("#at-time", time);
    }
}
