using System.Text;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>The browser of Debian, driven without a screen. Each context is a device of its own.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>The width of a small phone, in CSS pixels; also that of a desk's screen of 1280 at 400 % zoom.</summary>
    public const int Phone = 320;

    /// <summary>The width of a desk's screen, in CSS pixels.</summary>
    public const int Desk = 1280;

    /// <summary>How long a test may take that waits for a browser, in milliseconds.</summary>
    public const int Patience = 180_000;

    /// <summary>Every language, by its tag.</summary>
    public static readonly string[] Languages = ["en", "ru", "kk"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return new Chromium(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] }));
    }

    /// <summary>A device with nothing kept on it.</summary>
    /// <param name="tracker">Where the tracker answers.</param>
    /// <param name="language">The language its owner reads.</param>
    /// <param name="width">The width of its screen, in CSS pixels.</param>
    /// <param name="role">What the sign-in makes its owner; null for nobody who has signed in.</param>
    /// <param name="hasScript">Whether script runs: none of ours, but that of axe, or of somebody who typed it.</param>
    public async Task<IBrowserContext> DeviceAsync(Uri tracker, string language, int width, string? role = null, bool hasScript = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = tracker.ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = width > 600 ? 900 : 640 },
            JavaScriptEnabled = hasScript,
            ExtraHTTPHeaders = role is null ? [] : [SignedIn(role)],
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <summary>The header by which App Service Authentication says who calls; the same person for each role.</summary>
    public static KeyValuePair<string, string> SignedIn(string role) => KeyValuePair.Create(
        "X-MS-CLIENT-PRINCIPAL",
        Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{ "claims": [ { "typ": "sub", "val": "{{role}}-1" }, { "typ": "roles", "val": "{{role}}" } ] }""")));

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
