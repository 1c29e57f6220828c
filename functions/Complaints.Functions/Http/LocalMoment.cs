using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Domain;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Complaints.Functions.Http;

/// <summary>A moment as a person fills it in: day, month, year and the time on the clock of a place. Offset is asked only where that time came twice.</summary>
internal sealed partial record LocalMoment(string Day, string Month, string Year, string Time, string Offset)
{
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>Whether nothing is filled in.</summary>
    public bool IsEmpty => Day.Length + Month.Length + Year.Length + Time.Length == 0;

    /// <summary>The parts of a moment as a form names them.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["day", "month", "year", "time", "offset"];

    /// <summary>The parts of a day as a form names them.</summary>
    public static IReadOnlyList<string> PartsOfADay { get; } = ["day", "month", "year"];

    /// <summary>A moment as a form holds it under this name, on the clock of a place.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parted(string name, Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return
        [
            KeyValuePair.Create($"{name}.day", Text(local.Day)), KeyValuePair.Create($"{name}.month", Text(local.Month)), KeyValuePair.Create($"{name}.year", Text(local.Year)),
            KeyValuePair.Create($"{name}.time", LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(local.TimeOfDay)),
        ];

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The offsets this time may have there: one as a rule, two where clocks were put back over it, none where they were put forward.</summary>
    public IReadOnlyList<string> OffsetsIn(DateTimeZone zone) => Local() is { } local
        ? [.. Candidates(zone.MapLocal(local)).Select(each => Offsets.Format(each.Offset)).Distinct()]
        : [];

    /// <summary>The instant; null if nothing is filled in. Nothing is guessed: a time that came twice or never is refused.</summary>
    public Result<Instant?> In(DateTimeZone zone, string field)
    {
        if (IsEmpty)
        {
            return (Instant?)null;
        }

        if (Day.Length == 0 || Month.Length == 0 || Year.Length == 0 || Time.Length == 0)
        {
            return new Refusal("moment.incomplete", $"'{field}' needs the day, the month, the year and the time.", Field: field);
        }

        if (Date() is null)
        {
            return new Refusal("moment.no-such-day", $"'{field}' is not a day of the calendar.", Field: field);
        }

        if (Local() is not { } local)
        {
            return new Refusal("moment.no-such-time", $"'{field}' needs a time from 00:00 to 23:59.", Field: field);
        }

        var candidates = Candidates(zone.MapLocal(local));
        return candidates switch
        {
            [] => new Refusal("moment.skipped", $"At {zone.Id} the clocks were put forward over that time; it never was.", Field: field),
            [var only] => only.ToInstant(),
            _ => candidates.Where(each => Offsets.Format(each.Offset) == Offset).Select(each => (Instant?)each.ToInstant()).FirstOrDefault() is { } chosen
                ? chosen
                : new Refusal("moment.ambiguous", $"At {zone.Id} the clocks were put back over that time: it came twice. Say which.", Field: field),
        };
    }

    /// <summary>The day, where no time is asked; null if nothing is filled in.</summary>
    public Result<LocalDate?> OnDay(string field) =>
        IsEmpty ? (LocalDate?)null
        : Day.Length == 0 || Month.Length == 0 || Year.Length == 0 ? new Refusal("day.incomplete", $"'{field}' needs the day, the month and the year.", Field: field)
        : Date() is { } date ? (LocalDate?)date
        : new Refusal("moment.no-such-day", $"'{field}' is not a day of the calendar.", Field: field);

    private LocalDate? Date() =>
        Number(Day) is { } day && MonthName.Read(Month) is { } month && Year.Length == 4 && Number(Year) is >= 1900 and var year
        && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private LocalDateTime? Local() =>
        Date() is { } date && Clock().Match(Time) is { Success: true } clock
            ? date.At(new LocalTime(Number(clock.Groups["hour"].Value)!.Value, Number(clock.Groups["minute"].Value)!.Value))
            : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<ZonedDateTime> Candidates(ZoneLocalMapping mapping) => mapping.Count switch
    {
        0 => [],
        1 => [mapping.Single()],
        _ => [mapping.First(), mapping.Last()],
    };

    [GeneratedRegex("^(?<hour>[01]?[0-9]|2[0-3])[-:. ](?<minute>[0-5][0-9])$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
