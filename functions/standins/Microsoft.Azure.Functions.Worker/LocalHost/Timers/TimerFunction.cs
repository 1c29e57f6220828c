using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>One timer function: runs at each instant of its schedule, one run after the other, and makes up for one missed while down.</summary>
internal sealed partial class TimerFunction(
    IndexedFunction function,
    TimerSchedule schedule,
    FunctionRunner runner,
    TimerStatusStore store,
    ILogger log)
{
    // Waiting in short steps follows a clock that is set, or a laptop that sleeps.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly bool _isMonitored = function.Timer!.UseMonitor && schedule.IsMonitored(Now);

    /// <summary>The function's name.</summary>
    public string Name => function.Name;

    // The clock of the machine, not the program's TimeProvider: a host knows nothing of that one.
    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Runs by the clock until told to stop; a run under way is waited for.</summary>
    public async Task RunByClockAsync(CancellationToken stopping)
    {
        var due = schedule.NextAfter(Now);

        if (_isMonitored)
        {
            due = Recall().Next;
        }

        var isPastDue = due <= Now;

        if (isPastDue || function.Timer!.RunOnStartup)
        {
            due = await RunDueAsync(Now, isPastDue, stopping);
        }

        while (await HasComeAsync(due, stopping))
        {
            due = await RunDueAsync(due, isPastDue: false, stopping);
        }
    }

    /// <summary>Runs once, outside the schedule and beside a run that is under way; failures are logged.</summary>
    public Task RunOnceAsync(CancellationToken stopping) => RunAsync(isPastDue: false, stopping);

    private static async Task<bool> HasComeAsync(DateTime due, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var left = due - Now;

            if (left <= TimeSpan.Zero)
            {
                return true;
            }

            await Task.Delay(left < LongestWait ? left + TimeSpan.FromMilliseconds(1) : LongestWait, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    // The next instant is counted from the instant this run was due, so that lateness does not add up; from its start if that was
    // already too late, so that a long run is followed by one run and not by every one it kept from coming.
    private async Task<DateTime> RunDueAsync(DateTime due, bool isPastDue, CancellationToken stopping)
    {
        var startedAt = Now;
        await RunAsync(isPastDue, stopping);

        var last = schedule.NextAfter(due) > startedAt ? due : startedAt;
        var next = schedule.NextAfter(last);

        if (_isMonitored)
        {
            store.Write(Name, new ScheduleStatus { Last = last, Next = next, LastUpdated = startedAt });
        }

        return next;
    }

    private async Task RunAsync(bool isPastDue, CancellationToken stopping)
    {
        var timer = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = _isMonitored ? store.Read(Name) : null };

        try
        {
            await runner.RunAsync(Invocation.OfTimer(function, timer, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(Name);
        }
        catch (Exception failure)
        {
            LogFailed(failure, Name);
        }
    }

    // A record whose next run does not follow from its last was made for another schedule: what that missed is not made up for.
    private ScheduleStatus Recall()
    {
        var now = Now;
        var recorded = store.Read(Name);
        var lastKnown = recorded is null ? now : recorded.Last == default ? recorded.LastUpdated : recorded.Last;
        var expected = schedule.NextAfter(lastKnown);

        if (recorded is not null && recorded.Next == expected)
        {
            return recorded;
        }

        var renewed = new ScheduleStatus { Next = expected > now ? expected : schedule.NextAfter(now), LastUpdated = now };
        store.Write(Name, renewed);
        return renewed;
    }

    [LoggerMessage(LogLevel.Error, "Function '{Function}' failed.")]
    private partial void LogFailed(Exception failure, string function);

    [LoggerMessage(LogLevel.Information, "Function '{Function}' ended early: the program stops.")]
    private partial void LogStopped(string function);
}
