namespace Complaints.Functions.Tests.Verifier;

/// <summary>A tracker whose clock-driven runs are off, on an emulator of its own: nothing changes between a tampering and its check.</summary>
public sealed class StillTracker : IAsyncLifetime
{
    private Tracker? tracker;

    public OwnStorage Storage { get; } = new();

    public Tracker Tracker => tracker ?? throw new InvalidOperationException("The tracker has not started yet.");

    public async ValueTask InitializeAsync()
    {
        await Storage.InitializeAsync();
        tracker = await Tracker.StartAsync(Storage.Direct);
    }

    public async ValueTask DisposeAsync()
    {
        if (tracker is not null)
        {
            await tracker.DisposeAsync();
        }

        await Storage.DisposeAsync();
    }
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition]
public sealed class Still : ICollectionFixture<StillTracker>;
