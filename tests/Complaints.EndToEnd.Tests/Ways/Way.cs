using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests.Ways;

/// <summary>
/// A way through several pages, gone on a phone in Kazakh and on a desk in Russian, with COMPLAINTS_TEST_LONG=true on each in each language: by keyboard, without
/// script, and on the phone over 2G.
/// </summary>
internal static class Way
{
    // What carriers call 2G, as browsers imitate it: EDGE at its usual pace.
    private const int Latency = 800;
    private const int BitsDown = 280_000;
    private const int BitsUp = 256_000;

    /// <summary>Languages, each with the width of a device.</summary>
    public static TheoryData<string, int> Devices => Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") != "true"
        ? new() { { "kk", Chromium.Phone }, { "ru", Chromium.Desk } }
        : [.. Chromium.Languages.SelectMany(_ => new[] { Chromium.Phone, Chromium.Desk }, (language, width) => (language, width))];

    /// <summary>Opens the way's first page.</summary>
    /// <param name="device">The device it is gone on.</param>
    /// <param name="address">The address of the first page.</param>
    public static async Task<IPage> BeginAsync(IBrowserContext device, string address)
    {
        var page = await device.NewPageAsync();

        if (page.ViewportSize?.Width == Chromium.Phone)
        {
            var network = await device.NewCDPSessionAsync(page);
            await network.SendAsync("Network.enable");
            await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
            {
                ["offline"] = false, ["latency"] = Latency, ["downloadThroughput"] = BitsDown / 8, ["uploadThroughput"] = BitsUp / 8,
            });
        }

        await page.GotoAsync(address);
        return page;
    }
}
