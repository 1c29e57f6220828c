using Complaints.TestKit;

[assembly: AssemblyFixture(typeof(Complaints.EndToEnd.Tests.House))]

namespace Complaints.EndToEnd.Tests;

/// <summary>The whole tracker with the sample election on 12 January 2021, two days after the vote, and a browser to look at it with. Its clock-driven runs are off.</summary>
public sealed class House : IAsyncLifetime
{
    /// <summary>The hour at which it starts.</summary>
    public const string Now = "2021-01-12T09:00:00+06:00";

    private readonly TestStorage storage = new();
    private Scene? scene;
    private Chromium? chromium;
    private ATracker? tracker;

    internal Scene Scene => scene ?? throw new InvalidOperationException("The house is not open yet.");

    internal Chromium Chromium => chromium ?? throw new InvalidOperationException("The house is not open yet.");

    internal ATracker Tracker => tracker ?? throw new InvalidOperationException("The house is not open yet.");

    public async ValueTask InitializeAsync()
    {
        await storage.InitializeAsync();
        tracker = await ATracker.StartAsync(storage.ConnectionString, ("COMPLAINTS_SAMPLE", "kz-2021"));
        scene = await Scene.SetAsync(tracker);
        chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (tracker is not null)
        {
            await tracker.DisposeAsync();
        }

        await storage.DisposeAsync();
    }
}
