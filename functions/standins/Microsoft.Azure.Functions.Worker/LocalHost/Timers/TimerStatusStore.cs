using System.Collections.Concurrent;
using System.IO;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The recorded runs of monitored timers: one file per timer in the folder named by FUNCTIONS_LOCAL_STATE, else memory.</summary>
internal sealed partial class TimerStatusStore(LocalSettings settings, ILogger<TimerStatusStore> log)
{
    private readonly ConcurrentDictionary<string, ScheduleStatus> _memory = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The record of a timer; null if it has none, or one that cannot be read, which is logged.</summary>
    public ScheduleStatus? Read(string timer)
    {
        if (settings.StateFolder is not { } folder)
        {
            return _memory.GetValueOrDefault(timer);
        }

        var path = PathOf(folder, timer);

        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllBytes(path));
        }
        catch (JsonException damage)
        {
            LogUnreadable(damage, path);
            return null;
        }
    }

    /// <summary>Replaces the record, or logs why it could not; a process that dies here leaves the old one or the new one, never a part.</summary>
    public void Write(string timer, ScheduleStatus status)
    {
        if (settings.StateFolder is not { } folder)
        {
            _memory[timer] = status;
            return;
        }

        try
        {
            Replace(folder, timer, status);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(fault, PathOf(folder, timer));
        }
    }

    private static void Replace(string folder, string timer, ScheduleStatus status)
    {
        Directory.CreateDirectory(folder);
        var unfinished = PathOf(folder, timer) + ".new";

        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, status);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, PathOf(folder, timer), overwrite: true);
    }

    private static string PathOf(string folder, string timer) => Path.Combine(folder, $"{timer}.json");

    [LoggerMessage(LogLevel.Error, "The timer record {Path} cannot be written: a run missed while the program is down is not made up for.")]
    private partial void LogNotWritten(Exception fault, string path);

    [LoggerMessage(LogLevel.Warning, "The timer record {Path} cannot be read: the timer starts as if it had never run.")]
    private partial void LogUnreadable(Exception damage, string path);
}
