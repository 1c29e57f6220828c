namespace Complaints.EndToEnd.Tests.Ways;

/// <summary>A complainant, signed in to nothing, follows their complaint by reference and code; on a phone over a 2G connection.</summary>
public sealed class FollowWayTests(House house)
{
    [Theory(Timeout = Chromium.Patience)]
    [MemberData(nameof(Way.Devices), MemberType = typeof(Way))]
    public async Task Follow_ByKeyboardWithoutScript_ShowsWhereItStands(string language, int width)
    {
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, language, width, "none");
        var page = await Way.BeginAsync(device, "/");
        var keys = new Keyboard(page);

        await keys.PressAsync("footer a[href='/follow']");
        await keys.TypeAsync("#reference", house.Scene.Decided.ToUpperInvariant());
        await keys.TypeAsync("#code", house.Scene.Code.ToLowerInvariant());
        await keys.PressAsync("main form[method=post] button");

        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(house.Scene.Decided.ToUpperInvariant(), await page.Locator("h1").InnerTextAsync());
        Assert.Contains(house.Scene.Decided.ToUpperInvariant(), await page.Locator(".app-signed").InnerTextAsync(), StringComparison.Ordinal);
        Look.None(await Look.SidewaysAsync(page));
    }
}
