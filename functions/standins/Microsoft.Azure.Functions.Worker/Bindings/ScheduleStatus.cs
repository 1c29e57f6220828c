namespace Microsoft.Azure.Functions.Worker;

/// <summary>The recorded runs of a monitored timer, in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; 1 January of the year 1 before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The run expected next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this record was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
