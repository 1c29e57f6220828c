namespace Complaints.EndToEnd.Tests.Ways;

/// <summary>A coordinator finds a complaint by its reference, records that it was dismissed, and then the appeal.</summary>
public sealed class AppealWayTests(House house)
{
    [Theory(Timeout = Chromium.Patience)]
    [MemberData(nameof(Way.Devices), MemberType = typeof(Way))]
    public async Task DecideAndAppeal_ByKeyboardWithoutScript_AreOnRecord(string language, int width)
    {
        var id = await Scene.LodgedAsync(house.Tracker);
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, language, width, "coordinator");
        var page = await Way.BeginAsync(device, "/");
        var keys = new Keyboard(page);

        await keys.TypeAsync("#reference", id.ToUpperInvariant());
        await keys.EnterAsync();
        await keys.PressAsync($"a[href^='/complaints/{id}/steps/Decide']");
        await keys.ChooseAsync("outcome", "dismissed_formal");
        await keys.TickAsync("grounds", "late");
        await keys.TypeMomentAsync("at", 11, 1, 2021, "16:00");
        await keys.TypeAsync("#wording", "Арыз қараусыз қалдырылсын");
        await keys.PressAsync("main form[method=post] button");
        await keys.PressAsync($"a[href^='/complaints/{id}/steps/Appeal']");
        await keys.ChooseAsync("by", "complainant");
        await keys.ChooseAsync("forum", "CEC");
        await keys.TypeMomentAsync("at", 12, 1, 2021, "8:30");
        await keys.PressAsync("main form[method=post] button");

        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.EndsWith($"/complaints/{id}?done=Appeal", page.Url, StringComparison.Ordinal);
        Assert.Contains(id.ToUpperInvariant(), await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        var proceedings = (await house.Tracker.GetAsync($"api/complaints/{id}")).GetProperty("proceedings");
        Assert.Equal(
            ["TEC Decided", "CEC Lodged"],
            proceedings.EnumerateArray().Select(each => $"{each.GetProperty("forum").GetString()} {each.GetProperty("stage").GetString()}"));
        Assert.Equal("Арыз қараусыз қалдырылсын", proceedings[0].GetProperty("decision").GetProperty("wording").GetString());
    }
}
