using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>The other readings, what is safe under all of them, and what it was counted with.</summary>
internal sealed partial class Explaining
{
    private void Readings()
    {
        foreach (var reading in deadline.Alternatives)
        {
            var label = new Argument.Wording(reading.Label);
            var names = Text.Same(string.Join(", ", reading.Ambiguities));

            if (reading.DueExclusive is { } due)
            {
                Say("reading.fixed", names, label, Moment(LocalMoment.LastSecond(due)));
            }
            else
            {
                Say($"reading.{reading.Mode.ToString().ToLowerInvariant()}", names, label);
            }
        }

        // What is listed above under another answer or beside another question does change something.
        var idle = deadline.WithoutEffect
            .Where(names => names.Count == 1 && !deadline.Alternatives.Any(reading => reading.Ambiguities.Contains(names[0])))
            .Select(names => names[0])
            .ToArray();

        if (idle.Length > 0)
        {
            Say("readings.none", null, new Argument.Literal(string.Join("; ", idle)));
        }
    }

    private void Closing()
    {
        if (deadline.Earliest is { } earliest)
        {
            Safe(earliest);
        }

        if (rulebook.Calendar is { } calendar && rulebook.AsksCalendar(limit) && LastDays().Any(day => !calendar.Covers.Contains(day)))
        {
            Say("calendar.not-covered", calendar.Footing.Citation, Day(calendar.Covers.Start), Day(calendar.Covers.End));
        }

        var versions = deadline.Versions;
        Say(
            rulebook.Calendar is null ? "versions.no-calendar" : "versions", null,
            new Argument.Literal(versions.Rulebook), new Argument.Literal(versions.Calendar), new Argument.Literal(versions.Tzdb));
    }

    /// <summary>Until when nobody can call it late; nothing is safe for days where one reading asks for it at once.</summary>
    private void Safe(Instant earliest)
    {
        var last = Moment(LocalMoment.LastSecond(earliest));

        if (deadline.IsImmediateUnderSome)
        {
            Say("span.at-once", null, last);
        }
        else if (deadline.IsOpenEnded)
        {
            Say("span.open", null, last);
        }
        else if (deadline.Latest is { } latest && latest != earliest)
        {
            Say("span", null, last, Moment(latest));
        }
    }

    /// <summary>The last day of each reading that has one.</summary>
    private IEnumerable<LocalDate> LastDays() => deadline.Alternatives
        .Select(reading => reading.DueExclusive)
        .Append(deadline.DueExclusive)
        .OfType<Instant>()
        .Select(due => LocalMoment.LastSecond(due).InZone(facts.ForumZone).Date);
}
