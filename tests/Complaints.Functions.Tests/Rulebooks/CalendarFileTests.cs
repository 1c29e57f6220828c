using System.Text;
using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>The last moment as a calendar file, read as RFC 5545 says and not as a lenient program would.</summary>
public sealed partial class CalendarFileTests(Tracker tracker)
{
    [Theory]
    [InlineData("en", "Last moment to file: Supreme Court", "IEOM Statement of 11 January 2021")]
    [InlineData("ru", "Последний момент подачи: Верховный Суд", "Заявление Международной миссии по наблюдению за выборами от 11 января 2021 года")]
    [InlineData("kk", "Берудің соңғы сәті: Жоғарғы Сот", "Сайлауды байқау жөніндегі халықаралық миссияның 2021 жылғы 11 қаңтардағы мәлімдемесі")]
    public async Task File_OfTheEarliestReading_IsACalendar(string language, string title, string cited)
    {
        using var browser = new Browser(tracker, language);
        var address = AWay.Address("/check/last-moment.ics", [.. AWay.OfTheResolution(await tracker.AnElectionAsync()), ("forum", "SC")]);

        var answer = await browser.OpenAsync(address);
        var again = await browser.OpenAsync(address);
        var other = await browser.OpenAsync(address.Replace("12%3A00", "13%3A00", StringComparison.Ordinal));

        Assert.Equal((200, "text/calendar; charset=utf-8"), (answer.Status, answer.Response.Content.Headers.ContentType?.ToString()));
        Assert.Equal("last-moment.ics", answer.Response.Content.Headers.ContentDisposition?.FileName);
        var entry = Read(answer.Html);
        Assert.Equal("BEGIN:VCALENDAR VERSION:2.0 BEGIN:VEVENT BEGIN:VALARM END:VALARM BEGIN:VALARM END:VALARM END:VEVENT END:VCALENDAR", Frame(answer.Html));
        Assert.Equal(("20201213T170000Z", "20201213T180000Z"), (entry["DTSTART"], entry["DTEND"]));
        Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", entry["DTSTAMP"]);
        Assert.StartsWith(title, entry["SUMMARY"], StringComparison.Ordinal);
        Assert.Contains("14", entry["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Contains("(+06:00)", entry["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Contains(cited, entry["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Equal(entry["UID"], Read(again.Html)["UID"]);
        Assert.NotEqual(entry["UID"], Read(other.Html)["UID"]);
    }

    [Fact]
    public async Task File_WithoutADate_IsRefusedWithTheReason()
    {
        using var browser = new Browser(tracker);
        var answers = AWay.OfTheResolution(await tracker.AnElectionAsync()).Where(each => !each.Name.StartsWith("occurredAt", StringComparison.Ordinal));

        var page = await browser.OpenAsync(AWay.Address("/check/last-moment.ics", [.. answers, ("forum", "SC")]));

        Assert.Equal(422, page.Status);
        Assert.Contains("There is no date to put into a calendar", page.Text, StringComparison.Ordinal);
    }

    /// <summary>The content lines (3.1): CRLF alone ends one, none is longer than 75 octets, a space at the start of the next goes on with it.</summary>
    private static string[] Lines(string file)
    {
        Assert.EndsWith("\r\n", file, StringComparison.Ordinal);
        var folded = file[..^2].Split("\r\n");
        Assert.All(folded, line =>
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain(line, letter => char.IsControl(letter));
        });
        return file[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
    }

    /// <summary>The properties of the one event, its alarms left out, with text unescaped (3.3.11).</summary>
    private static Dictionary<string, string> Read(string file)
    {
        var lines = Lines(file);
        Assert.All(lines, line => Assert.Matches(Line(), line));
        var first = Array.IndexOf(lines, "BEGIN:VEVENT") + 1;
        return lines[first..Array.IndexOf(lines, "BEGIN:VALARM")].ToDictionary(
            line => line[..line.IndexOfAny([':', ';'])],
            line => Unescaped(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]));
    }

    private static string Unescaped(string value)
    {
        Assert.DoesNotMatch(Bare(), value);
        return value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }

    private static string Frame(string file) => string.Join(' ', Lines(file).Where(line => line.StartsWith("BEGIN", StringComparison.Ordinal) || line.StartsWith("END", StringComparison.Ordinal) || line.StartsWith("VERSION", StringComparison.Ordinal)));

    [GeneratedRegex("^[A-Z-]+(?:;[A-Z]+=[A-Za-z-]+)*:.*$")]
    private static partial Regex Line();

    // A comma, semicolon or backslash that is not escaped.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[,;]|(?<!\\)(?:\\\\)*\\(?![\\,;n])")]
    private static partial Regex Bare();
}
