using System.IO;

namespace Complaints.EndToEnd.Tests;

/// <summary>The pictures of docs/images: drawn by every run, and kept where COMPLAINTS_PICTURES names a folder.</summary>
public sealed class PictureTests(House house)
{
    // Of a long page the top is enough, and the repository stays small.
    private const int Height = 1400;

    private static readonly string? Folder = Environment.GetEnvironmentVariable("COMPLAINTS_PICTURES") is { Length: > 0 } folder ? folder : null;

    [Theory(Timeout = Chromium.Patience)]
    [InlineData("check", "check: verdict", "ru", Chromium.Desk)]
    [InlineData("record", "draft: when", "kk", Chromium.Phone)]
    [InlineData("recorded", "recorded", "ru", Chromium.Phone)]
    [InlineData("deadlines", "deadlines", "en", Chromium.Desk)]
    [InlineData("together", "one step for all, check", "ru", Chromium.Desk)]
    [InlineData("paper", "paper, made", "kk", Chromium.Desk)]
    [InlineData("complaint", "complaint, decided", "en", Chromium.Desk)]
    [InlineData("complaint-phone", "complaint, decided", "kk", Chromium.Phone)]
    [InlineData("register", "register", "ru", Chromium.Desk)]
    [InlineData("decide", "step: decide", "ru", Chromium.Desk)]
    [InlineData("follow", "follow, shown", "kk", Chromium.Phone)]
    public async Task Picture_OfAPage_IsDrawn(string picture, string name, string language, int width)
    {
        var listed = APage.All.Single(each => each.Name == name);
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, language, width, listed.Role);
        var page = await listed.OpenAsync(device, house.Scene);

        var drawn = await page.ScreenshotAsync(new() { FullPage = true, Clip = new() { Width = width, Height = Height } });

        Assert.InRange(drawn.Length, 10_000, 2_000_000);

        if (Folder is not null)
        {
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{picture}.png"), drawn, TestContext.Current.CancellationToken);
        }
    }
}
