using System.Globalization;
using System.Net.Http;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>What each page costs its reader, in bytes as they came over the wire, with headers; in Kazakh, whose letters take two bytes each.</summary>
public sealed class WeightTests(House house)
{
    private const long MostAtFirst = 150_000;
    private const long MostAfter = 30_000;

    // A saved form is opened from the device and asks for nothing: what it costs is the file.
    private const string Saved = "form to be saved";

    public static TheoryData<string> Pages => [.. APage.All.Select(page => page.Name).Where(name => name != Saved)];

    [Theory(Timeout = Chromium.Patience)]
    [MemberData(nameof(Pages))]
    public async Task Page_OverTheWire_IsLight(string name)
    {
        var listed = APage.All.Single(each => each.Name == name);
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, "kk", Chromium.Phone, listed.Role);
        var page = await device.NewPageAsync();
        var wire = await WireAsync(device, page);
        await page.GotoAsync(house.Scene.Address(listed.Address));
        var first = await wire.TakenAsync();

        await (listed.Then is { } then ? then(page, house.Scene) : page.GotoAsync(house.Scene.Address(listed.Address)));
        var after = await wire.TakenAsync();

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {first} bytes with its files, {after} after that."));
        Assert.InRange(first, 1, MostAtFirst);
        Assert.InRange(after, 1, MostAfter);
    }

    [Fact]
    public async Task FormToBeSaved_OverTheWire_IsLight()
    {
        Assert.Contains(APage.All, page => page.Name == Saved);
        using var request = new HttpRequestMessage(HttpMethod.Get, "complaints/offline-form");
        request.Headers.Add("Accept-Language", "kk");
        request.Headers.Add("Accept-Encoding", "gzip");
        using var answer = await house.Tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Saved}: {bytes.Length} bytes."));
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange(bytes.Length, 1, MostAfter);
    }

    private static async Task<Wire> WireAsync(IBrowserContext device, IPage page)
    {
        var wire = new Wire();
        var network = await device.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, finished) => wire.Add((long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        return wire;
    }

    /// <summary>Counts bytes.</summary>
    private sealed class Wire
    {
        private long bytes;

        public void Add(long more) => Interlocked.Add(ref bytes, more);

        /// <summary>What was counted since the last time. The browser tells of a file a moment after it has loaded the page.</summary>
        public async Task<long> TakenAsync()
        {
            for (var seen = 0L; seen == 0 || seen != Interlocked.Read(ref bytes);)
            {
                seen = Interlocked.Read(ref bytes);
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            return Interlocked.Exchange(ref bytes, 0);
        }
    }
}
