namespace Complaints.Functions.Docket;

/// <summary>Where slow hashes run: on half of the processors at most, so that neither guessing nor asking for codes takes the tracker from those who work with it.</summary>
internal sealed class Hashing : IDisposable
{
    private readonly SemaphoreSlim running = new(Math.Max(1, Environment.ProcessorCount / 2));

    public async Task<T> RunAsync<T>(Func<T> hash, CancellationToken cancellationToken)
    {
        await running.WaitAsync(cancellationToken);

        try
        {
            return hash();
        }
        finally
        {
            running.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => running.Dispose();
}
