using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Pages;

/// <summary>Days and moments as people write them in the language of the request; a moment is always told on the clock of a place, with its offset.</summary>
internal sealed class Dates(Words words)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>A day: 10 January 2021.</summary>
    public string Of(LocalDate day) => string.Format(
        CultureInfo.InvariantCulture, words["date"], day.Day, words.Of("Month", day.Month.ToString(CultureInfo.InvariantCulture)), day.Year);

    /// <summary>A moment: 10 January 2021, 10:00 (+06:00).</summary>
    public string Of(Instant at, DateTimeZone zone)
    {
        var there = at.InZone(zone);
        return words["moment", Of(there.Date), Time.Format(there.TimeOfDay), Offset.Format(there.Offset)];
    }

    /// <summary>The last minute before a moment that is too late.</summary>
    public string LastBefore(Instant exclusive, DateTimeZone zone) => Of(exclusive - Duration.Epsilon, zone);

    /// <summary>The last day before a moment that is too late.</summary>
    public string LastDayBefore(Instant exclusive, DateTimeZone zone) => Of((exclusive - Duration.Epsilon).InZone(zone).Date);

    /// <summary>A length in days and hours, whichever it has: 3 days 4 hours.</summary>
    public string Of(Duration length)
    {
        var (days, hours) = (length.Days, length.Hours);
        return string.Join(' ', new[] { days > 0 ? Counted("day", days) : null, hours > 0 ? Counted("hour", hours) : null }.OfType<string>()) is { Length: > 0 } told
            ? told
            : words["count.less"];
    }

    /// <summary>A number with its noun: Russian has three forms of it, English two, Kazakh one.</summary>
    private string Counted(string what, int number) => words[$"count.{what}.{FormOf(number)}", number];

    private static string FormOf(int number) => Words.Language is Domain.Language.Russian
        ? (number % 100 is >= 11 and <= 14, number % 10) switch
        {
            (false, 1) => "one",
            (false, >= 2 and <= 4) => "few",
            _ => "many",
        }
        : number == 1 ? "one" : "many";
}
