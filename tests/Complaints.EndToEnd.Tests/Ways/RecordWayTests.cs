using System.Text;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests.Ways;

/// <summary>An observer records a complaint, one question after another, with a document.</summary>
public sealed class RecordWayTests(House house)
{
    private const string Next = "main form:not([action$='/add']) button[type=submit]";

    [Theory(Timeout = Chromium.Patience)]
    [MemberData(nameof(Way.Devices), MemberType = typeof(Way))]
    public async Task Record_ByKeyboardWithoutScript_IsOnRecordWithItsDocument(string language, int width)
    {
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, language, width, "observer");
        var page = await Way.BeginAsync(device, "/complaints/new");
        var keys = new Keyboard(page);
        var chosen = new TaskCompletionSource<IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FileChooser += (_, chooser) => chosen.TrySetResult(chooser);

        await keys.PressAsync(Next);
        await keys.ChooseAsync("matter", "complaint");
        await keys.PressAsync(Next);
        await keys.ChooseAsync("complainantType", "voter");
        await keys.PressAsync(Next);
        await keys.TypeAsync("[name='identity.name']", "Әсем Қожа");
        await keys.TypeAsync("[name='identity.contact']", "asem@example.org");
        await keys.PressAsync(Next);
        await keys.ChooseAsync("challengedActor", "PEC");
        await keys.ChooseAsync("challengedActKind", "action");
        await keys.PressAsync(Next);
        await keys.TypeMomentAsync("occurredAt", 10, 1, 2021, "10:30");
        await keys.ChooseAsync("placeZone", "Asia/Almaty");
        await keys.ChooseAsync("region", "almaty_city");
        await keys.PressAsync(Next);
        await keys.PressAsync(Next); // what else the law counts from is not known
        await keys.ChooseAsync("subject", "observer_rights.removal");
        await keys.PressAsync(Next);
        await keys.TypeAsync("#narrative", "Төраға бақылаушыны шығарып жіберді.");
        await keys.PressAsync(Next);
        await keys.ChooseAsync("remedySought", "observer_admitted");
        await keys.ChooseAsync("knownVia", "own_observation");
        await keys.PressAsync(Next);
        await keys.ToAsync("#file");
        await page.Keyboard.PressAsync("Enter");
        await (await chosen.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).SetFilesAsync(new FilePayload { Name = "акт Ә.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Бақылаушы шығарылды.") });
        await keys.PressAsync("form[action$='/add'] button");
        Assert.Contains("акт Ә.txt", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await keys.PressAsync("main form[action$='/documents'] button");
        Look.None(await Look.SidewaysAsync(page));
        await keys.PressAsync(Next);

        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Look.None(await page.Locator(".govuk-error-summary li").AllInnerTextsAsync());
        Look.None(await Look.SidewaysAsync(page));
        var link = await page.Locator("a[href^='/complaints/kz']").First.GetAttributeAsync("href");
        var history = (await house.Tracker.GetAsync($"api{link}/history")).GetProperty("events").GetRawText();
        Assert.Contains("observer_rights.removal", history, StringComparison.Ordinal);
        Assert.Contains("text/plain", history, StringComparison.Ordinal);
    }
}
