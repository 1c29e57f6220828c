namespace WorkerContract;

/// <summary>Looks again and again until what is expected can be seen, at most 20 seconds.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(25);

    public static async Task<T> SeesAsync<T>(Func<Task<T>> look, Func<T, bool> expected)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var looks = new PeriodicTimer(BetweenLooks);

        while (true)
        {
            var seen = await look();

            if (expected(seen))
            {
                return seen;
            }

            try
            {
                await looks.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail($"Not seen within {Patience.TotalSeconds:0} s; last seen: {(seen is string[] lines ? string.Join(" | ", lines) : seen)}");
            }
        }
    }
}
