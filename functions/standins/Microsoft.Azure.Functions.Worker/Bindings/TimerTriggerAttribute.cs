using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function runs by the clock.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Runs at the instants of a schedule.</summary>
    public TimerTriggerAttribute(string schedule) => Schedule = schedule;

    /// <summary>An NCRONTAB expression of six fields in UTC, an interval as hh:mm:ss, or the name of a setting as %Name%.</summary>
    public string Schedule { get; private set; }

    /// <summary>Whether runs are recorded, so that one missed while the program was down is made up for; true by default.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the program starts; false by default.</summary>
    public bool RunOnStartup { get; set; }
}
