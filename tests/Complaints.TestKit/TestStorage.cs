using Xunit;

namespace Complaints.TestKit;

/// <summary>
/// The storage account a test assembly works on, shared by all its tests: <c>[assembly: AssemblyFixture(typeof(TestStorage))]</c>, then
/// a constructor parameter. The one that COMPLAINTS_TEST_STORAGE (a connection string) names, else an Azurite of its own.
/// </summary>
public sealed class TestStorage : IAsyncLifetime
{
    /// <summary>The environment variable that names a running account to use instead of starting an emulator.</summary>
    public const string Variable = "COMPLAINTS_TEST_STORAGE";

    private AzuriteServer? _azurite;
    private string? _connectionString = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    /// <summary>What a storage client needs to reach the account.</summary>
    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The storage account has not started yet.");

    /// <summary>A table or container name that no other test uses: the given letters, then 12 random ones and digits.</summary>
    public static string NewName(string prefix) => $"{prefix}{Guid.NewGuid():n}"[..(prefix.Length + 12)];

    /// <summary>Starts the emulator, unless an account was named.</summary>
    public async ValueTask InitializeAsync()
    {
        if (_connectionString is null)
        {
            _azurite = await AzuriteServer.StartAsync();
            _connectionString = _azurite.ConnectionString;
        }
    }

    /// <summary>Ends the emulator, if one was started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
