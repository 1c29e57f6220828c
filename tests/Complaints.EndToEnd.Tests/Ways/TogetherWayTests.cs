namespace Complaints.EndToEnd.Tests.Ways;

/// <summary>A coordinator records one decision in every complaint about an act.</summary>
public sealed class TogetherWayTests(House house)
{
    [Theory(Timeout = Chromium.Patience)]
    [MemberData(nameof(Way.Devices), MemberType = typeof(Way))]
    public async Task OneStepForAll_ByKeyboardWithoutScript_IsOnRecordInEach(string language, int width)
    {
        var act = $"KZ-TEC/2021-{language}-{width}";
        string[] ids = [await Scene.ActedAsync(house.Tracker, act), await Scene.ActedAsync(house.Tracker, act)];
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, language, width, "coordinator");
        var page = await Way.BeginAsync(device, $"/clusters?election={Scene.Election}");
        var keys = new Keyboard(page);

        await keys.PressAsync($"a[href$='act={Uri.EscapeDataString(act)}']");
        await keys.ChooseAsync("step", "Decide");
        await keys.PressAsync("form[action='/clusters'] button");
        await keys.PressAsync("form[action='/clusters/step'] button");
        await keys.ChooseAsync("outcome", "dismissed_formal");
        await keys.TickAsync("grounds", "late");
        await keys.TypeMomentAsync("at", 11, 1, 2021, "16:00");
        await keys.PressAsync("main form[method=post] button");
        await keys.PressAsync("button[name=_sure]");

        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(ids.Length, await page.Locator("#done a").CountAsync());
        Assert.Equal(0, await page.Locator("#not").CountAsync());
        Look.None(await Look.SidewaysAsync(page));

        foreach (var id in ids)
        {
            var proceeding = (await house.Tracker.GetAsync($"api/complaints/{id}")).GetProperty("proceedings")[0];
            Assert.Equal("dismissed_formal", proceeding.GetProperty("decision").GetProperty("outcome").GetString());
        }
    }
}
