using Azure.Data.Tables;
using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests;

/// <summary>An emulator for one test class, so that what is counted in it or killed beside it is no other test's; a proxy stands before its tables.</summary>
public sealed class OwnStorage : IAsyncLifetime
{
    private AzuriteServer? azurite;
    private FaultyProxy? proxy;

    /// <summary>The proxy between a tracker and the tables.</summary>
    public FaultyProxy Proxy => proxy ?? throw new InvalidOperationException("The emulator has not started yet.");

    /// <summary>The account, past the proxy.</summary>
    public string Direct => azurite?.ConnectionString ?? throw new InvalidOperationException("The emulator has not started yet.");

    /// <summary>The account, with its tables behind the proxy.</summary>
    public string Through => Proxy.Through(Direct);

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteServer.StartAsync();
        proxy = await FaultyProxy.StartAsync(new Uri($"http://127.0.0.1:{azurite.TablePort}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }

    /// <summary>The rows of the docket whose key begins with this, whatever their partition.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string prefix)
    {
        var all = new StorageAccount(Direct).Docket.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken);
        return [.. (await all.ToListAsync(TestContext.Current.CancellationToken)).Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal))];
    }
}
