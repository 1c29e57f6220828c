namespace Complaints.TestKit;

/// <summary>The lines a process has written so far, in order; one can wait for a line that has not come yet.</summary>
public sealed class HeardLines
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A copy of all lines heard so far.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The first line that holds this text, as soon as there is one; <see cref="TimeoutException"/> after a minute without.</summary>
    public async Task<string> FindAsync(string text, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);

        while (true)
        {
            Task more;

            lock (_lock)
            {
                if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                {
                    return found;
                }

                more = _more.Task;
            }

            try
            {
                await more.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No line holds '{text}'. Heard so far:{Environment.NewLine}{this}", late);
            }
        }
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(Environment.NewLine, All);

    internal void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        TaskCompletionSource heard;

        lock (_lock)
        {
            _lines.Add(line);
            heard = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        heard.SetResult();
    }
}
