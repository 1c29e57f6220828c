using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>How urgent a clock is at an hour.</summary>
public enum DueGroup
{
    /// <summary>Its last moment, by the earliest reading, lies on this day.</summary>
    Today,

    /// <summary>Its last moment lies on one of the two days after this.</summary>
    Soon,

    /// <summary>It has run out under every reading.</summary>
    Overdue,

    /// <summary>It has run out under one reading and runs under another.</summary>
    Contested,

    /// <summary>It ends later.</summary>
    Later,
}

/// <summary>What is due of a complaint, as the register knows it. Asked with an instant, never stored.</summary>
public static class RegisterDue
{
    private const int DaysAhead = 3;

    /// <summary>The clocks of an entry that run or have run out at this hour; of a row kept before clocks were, the one it knows.</summary>
    public static IEnumerable<RegisterClock> ClocksAt(this RegisterEntry entry, Instant now) =>
        entry.Clocks is { } clocks ? clocks.Where(each => each.IsOn(now))
        : entry.DueEarliest is { } earliest ? [new RegisterClock { Forum = entry.Current?.Forum, Zone = entry.Current?.Zone, Earliest = earliest, Latest = entry.DueLatest }]
        : [];

    /// <summary>How urgent a clock is, by the days of the place where it ends.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="now">The hour of asking.</param>
    /// <param name="zone">The clock of the country, for a row that does not say.</param>
    public static DueGroup GroupAt(this RegisterClock clock, Instant now, DateTimeZone zone) => clock.At(now) switch
    {
        Timeliness.Late => DueGroup.Overdue,
        Timeliness.Contested => DueGroup.Contested,
        _ when clock.Earliest <= EndOf(now, clock.ZoneOr(zone), 1) => DueGroup.Today,
        _ when clock.Earliest <= EndOf(now, clock.ZoneOr(zone), DaysAhead) => DueGroup.Soon,
        _ => DueGroup.Later,
    };

    /// <summary>The clock on which it ends.</summary>
    public static DateTimeZone ZoneOr(this RegisterClock clock, DateTimeZone zone) => clock.Zone is { } id && Zones.Find(id) is { } known ? known : zone;

    /// <summary>Whether anything of an entry is as urgent as this.</summary>
    public static bool Has(this RegisterEntry entry, DueGroup group, Instant now, DateTimeZone zone) =>
        (group is DueGroup.Overdue && entry.Stage is Stage.Unanswered)
        || (group is DueGroup.Contested && entry.Timeliness is Timeliness.Contested)
        || entry.ClocksAt(now).Any(each => each.GroupAt(now, zone) == group);

    private static Instant EndOf(Instant now, DateTimeZone zone, int days) =>
        zone.AtStartOfDay(now.InZone(zone).Date.PlusDays(days)).ToInstant();
}
