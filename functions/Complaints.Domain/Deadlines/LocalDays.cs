using NodaTime;
using NodaTime.TimeZones;

namespace Complaints.Domain.Deadlines;

/// <summary>
/// The days of one zone, numbered from 1 January 1970 as day 0: which day an instant falls on, and at which instant a day ends.
/// Instants are ticks (100 ns) since that day began in UTC. Near a change of the zone's offset the zone itself is asked; elsewhere the offset is constant and arithmetic does.
/// </summary>
internal readonly struct LocalDays
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly DateTimeZone zone;
    private readonly long offset;
    private readonly long plainFrom;
    private readonly long plainUntil;

    public LocalDays(DateTimeZone zone, Instant near)
    {
        this.zone = zone;
        ZoneInterval interval = zone.GetZoneInterval(near);
        offset = interval.WallOffset.Ticks;
        plainFrom = interval.HasStart ? interval.Start.ToUnixTimeTicks() + NodaConstants.TicksPerDay : long.MinValue;
        plainUntil = interval.HasEnd ? interval.End.ToUnixTimeTicks() : long.MaxValue;
    }

    /// <summary>The number of a day.</summary>
    public static int NumberOf(LocalDate day) => Period.DaysBetween(Epoch, day);

    /// <summary>The day of a number.</summary>
    public static LocalDate DayOf(int number) => Epoch.PlusDays(number);

    /// <summary>The day on which this instant falls.</summary>
    public int On(long at)
    {
        if (!IsPlain(at))
        {
            return NumberOf(Instant.FromUnixTimeTicks(at).InZone(zone).Date);
        }

        var local = at + offset;
        return (int)(local / NodaConstants.TicksPerDay) - (local % NodaConstants.TicksPerDay < 0 ? 1 : 0);
    }

    /// <summary>The first instant after this day: the first that is too late.</summary>
    public long After(int day)
    {
        var start = ((day + 1) * NodaConstants.TicksPerDay) - offset;
        return IsPlain(start) ? start : FirstOf(DayOf(day + 1));
    }

    /// <summary>The instant of this clock time on this day: the earlier of two, and after a gap the time moved on by it.</summary>
    public long At(int day, LocalTime time)
    {
        var at = (day * NodaConstants.TicksPerDay) + time.TickOfDay - offset;
        return IsPlain(at) ? at : zone.AtLeniently(DayOf(day) + time).ToInstant().ToUnixTimeTicks();
    }

    /// <summary>The clock time of this instant.</summary>
    public LocalTime TimeOf(long at) => Instant.FromUnixTimeTicks(at).InZone(zone).TimeOfDay;

    /// <summary>The first instant of a day: the earlier of two midnights, and after a gap its end, even if the gap swallowed the whole day.</summary>
    private long FirstOf(LocalDate day)
    {
        var midnight = zone.MapLocal(day.AtMidnight());
        return (midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant()).ToUnixTimeTicks();
    }

    private bool IsPlain(long at) => at >= plainFrom && at < plainUntil;
}
