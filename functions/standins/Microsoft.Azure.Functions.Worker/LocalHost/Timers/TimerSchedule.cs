using System.Globalization;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>When a timer is due, in UTC: an NCRONTAB expression (five or six fields) or a fixed interval.</summary>
internal sealed class TimerSchedule
{
    private static readonly TimeSpan ShortestMonitored = TimeSpan.FromMinutes(1);

    private readonly CrontabSchedule? _cron;
    private readonly TimeSpan _interval;

    private TimerSchedule(CrontabSchedule cron) => _cron = cron;

    private TimerSchedule(TimeSpan interval) => _interval = interval;

    /// <summary>Reads a schedule, a setting where it is %Name%; null if it is neither expression nor positive interval.</summary>
    public static TimerSchedule? Parse(string text, IConfiguration settings)
    {
        var schedule = text.Length > 2 && text[0] == '%' && text[^1] == '%' ? settings[text[1..^1]] ?? "" : text;
        var fields = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

        if (CrontabSchedule.TryParse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } cron)
        {
            return new TimerSchedule(cron);
        }

        return TimeSpan.TryParse(schedule, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new TimerSchedule(interval)
            : null;
    }

    /// <summary>The first instant after this one.</summary>
    public DateTime NextAfter(DateTime instant) =>
        _cron is null ? instant + _interval : DateTime.SpecifyKind(_cron.GetNextOccurrence(instant), DateTimeKind.Utc);

    /// <summary>Whether runs lie at least a minute apart; the Functions host records no others, whatever UseMonitor says.</summary>
    public bool IsMonitored(DateTime from)
    {
        var first = NextAfter(from);
        return NextAfter(first) - first >= ShortestMonitored;
    }
}
