namespace Complaints.EndToEnd.Tests.Ways;

/// <summary>Somebody who is signed in to nothing asks what the law says before they file; on a phone over a 2G connection.</summary>
public sealed class CheckWayTests(House house)
{
    private const string Next = "main form button[type=submit]";

    [Theory(Timeout = Chromium.Patience)]
    [MemberData(nameof(Way.Devices), MemberType = typeof(Way))]
    public async Task Check_ByKeyboardWithoutScript_SaysWhereAndUntilWhen(string language, int width)
    {
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, language, width, "none");
        var page = await Way.BeginAsync(device, "/");
        var keys = new Keyboard(page);

        await keys.PressAsync("#door-check a");
        await keys.ChooseAsync("challengedActor", "PEC");
        await keys.ChooseAsync("challengedActKind", "action");
        await keys.PressAsync(Next);
        await keys.ChooseAsync("subject", "observer_rights.removal");
        await keys.PressAsync(Next);
        await keys.TypeMomentAsync("occurredAt", 10, 1, 2021, "10:00");
        await keys.PressAsync(Next);
        await keys.ChooseAsync("complainantType", "citizen_observer_group");
        await keys.PressAsync(Next);
        await keys.TickAsync("has", "signature");
        await keys.PressAsync(Next);

        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("/check/verdict?", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("#forum-TEC").CountAsync());
        Assert.Contains("2021", await page.Locator("section:has(#forum-TEC) table").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#record").CountAsync());
        Look.None(await Look.SidewaysAsync(page));
    }
}
