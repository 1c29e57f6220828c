using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Admissibility;

/// <summary>Says how much time is left to file with a forum: by the earliest reading, for that is the one that warns.</summary>
internal static class Remaining
{
    public static Text At(Forum forum, TimeToFile time, Instant at)
    {
        var name = new Argument.Wording(forum.Name);

        if (time is not { Zone: { } zone, Deadline: { Earliest: { } earliest, Mode: Mode.Fixed } deadline })
        {
            return Sayings.Say("there.not-known", name);
        }

        var last = Last(earliest, zone);

        return deadline.Judge(at) switch
        {
            Timeliness.Timely when deadline.DueExclusive > earliest => Sayings.Say(
                "there.open-longer", name, last, Left(earliest - at), Last(deadline.DueExclusive.Value, zone), Left(deadline.DueExclusive.Value - at)),
            Timeliness.Timely => Sayings.Say("there.open", name, last, Left(earliest - at)),
            Timeliness.Contested when deadline.Latest is { } latest => Sayings.Say("there.contested", name, last, Last(latest, zone)),
            Timeliness.Contested => Sayings.Say("there.endless", name, last),
            _ => Sayings.Say("there.late", name, Last(deadline.Latest!.Value, zone)),
        };
    }

    /// <summary>The last second before this instant.</summary>
    public static Argument Last(Instant exclusive, DateTimeZone zone) => new Argument.Moment(LocalMoment.LastSecond(exclusive), zone);

    /// <summary>A length of time in whole days and hours, rounded down.</summary>
    public static Argument Left(Duration duration)
    {
        var days = new Argument.Span(duration.Days, Unit.Day);
        var hours = new Argument.Span(duration.Hours, Unit.Hour);

        return duration < Duration.FromHours(1) ? new Argument.Wording(Sayings.Say("span.under-an-hour"))
            : duration.Days == 0 ? hours
            : duration.Hours == 0 ? days
            : new Argument.Wording(Sayings.Say("span.days-and-hours", days, hours));
    }
}
