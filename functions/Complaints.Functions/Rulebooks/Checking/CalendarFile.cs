using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>Writes one entry as a calendar file (RFC 5545): the hour before a last moment, with an alarm three days and one day ahead.</summary>
internal static class CalendarFile
{
    private const int LongestLine = 75;

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Write(LastMoment moment, Instant now)
    {
        var title = Escape(moment.Title);
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Complaints//Check before filing//EN", "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            $"UID:{moment.Id}",
            $"DTSTAMP:{Utc.Format(now)}",
            $"DTSTART:{Utc.Format(moment.DueExclusive - Duration.FromHours(1))}",
            $"DTEND:{Utc.Format(moment.DueExclusive)}",
            $"SUMMARY;LANGUAGE={moment.Language}:{title}",
            $"DESCRIPTION;LANGUAGE={moment.Language}:{Escape(moment.Text)}",
            "TRANSP:TRANSPARENT",
            .. Alarm(3, title), .. Alarm(1, title),
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    private static string[] Alarm(int days, string title) =>
        ["BEGIN:VALARM", "ACTION:DISPLAY", string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-P{days}D"), $"DESCRIPTION:{title}", "END:VALARM"];

    /// <summary>Text as a value (3.3.11): backslash, semicolon and comma are escaped, a line break is written out, and no other control character is left.</summary>
    private static string Escape(string text)
    {
        var value = new StringBuilder(text.Length);

        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            value.Append(letter switch
            {
                '\n' => "\\n",
                '\\' or ';' or ',' => $"\\{letter}",
                _ when char.IsControl(letter) => "",
                _ => letter.ToString(),
            });
        }

        return value.ToString();
    }

    /// <summary>A line in pieces of 75 octets at most (3.1), each after the first with a space before it; no character is cut.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length);
        var octets = 0;

        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
