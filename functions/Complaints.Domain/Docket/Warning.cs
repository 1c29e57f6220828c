using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Something that should be seen at once. It blocks nothing.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Citation">The place in the law, where there is one.</param>
public sealed record Warning(string Code, string Message, Text? Citation)
{
    /// <summary>The number of the proceeding it is about.</summary>
    public required int Proceeding { get; init; }

    /// <summary>The forum that would have been the right one; null unless the filing was misdirected.</summary>
    public Forum? Competent { get; init; }

    /// <summary>The time to file with that forum; null where the law gives none.</summary>
    public Deadline? Deadline { get; init; }
}

/// <summary>What should be seen of a complaint at an instant: a filing with the wrong forum, a late or contested filing.</summary>
internal static class Warnings
{
    public static IEnumerable<Warning> Of(Complaint complaint, Instant now) =>
        complaint.Proceedings.SelectMany(each => Misdirected(complaint, each, now)
            .Concat(OutOfTime(complaint, each))
            .Concat(Oddities.Of(complaint, each)));

    /// <summary>A first filing with a forum that is not competent: the right forum, and the time left there by the earliest reading.</summary>
    private static IEnumerable<Warning> Misdirected(Complaint complaint, Proceeding each, Instant now)
    {
        var competent = Facts.Competent(complaint.Law, complaint.Grievance);

        // A prosecutor must take up any breach: that is no wrong forum, and stops the time nowhere else.
        if (!Facts.IsMisdirected(each, competent) || each.Forum.HearsAnyBreach || complaint.Proceedings.Any(other => competent.Contains(other.Forum)))
        {
            yield break;
        }

        foreach (var right in competent)
        {
            if (Opening.ZoneOf(right, complaint.Grievance.PlaceZone ?? each.Zone.Id) is { } zone)
            {
                var deadline = Clocks.ToFile(complaint.Law, complaint.Grievance, right, zone);
                yield return new Warning(
                    "forum.not-competent",
                    $"{each.Forum.Id} is not competent for an act of {complaint.Grievance.ChallengedActor}; {right.Id} is. {Left(deadline, now)}",
                    CitationOf(complaint, right))
                {
                    Proceeding = each.Number,
                    Competent = right,
                    Deadline = deadline,
                };
            }
        }
    }

    /// <summary>The rule that makes the forum the right one; without one, what is known of the forum.</summary>
    private static Text? CitationOf(Complaint complaint, Forum right) => complaint.Law.Rulebook
        .CompetentForums(complaint.Grievance.ChallengedActor!, complaint.Grievance.ChallengedActKind, complaint.Grievance.Subject)
        .FirstOrDefault(each => each.Forum == right)?.Citation ?? right.Footing.Citation;

    private static IEnumerable<Warning> OutOfTime(Complaint complaint, Proceeding each)
    {
        if (each.Filing is { Timeliness: Timeliness.Late or Timeliness.Contested } filing)
        {
            yield return new Warning(
                filing.Timeliness is Timeliness.Late ? "filing.late" : "filing.contested",
                filing.Timeliness is Timeliness.Late
                    ? $"Proceeding {each.Number} was filed after every reading of {filing.Limit}."
                    : $"Proceeding {each.Number} was filed in time under one reading of {filing.Limit} and late under another.",
                Cited(complaint.Law.Rulebook.FindLimit(filing.Limit)?.Footing.Citation, filing))
            {
                Proceeding = each.Number,
            };
        }
    }

    /// <summary>The limit, and the open questions on which the verdict hangs.</summary>
    private static Text? Cited(Text? limit, FilingVerdict filing) => filing.Timeliness is Timeliness.Late || filing.Readings.Count == 0
        ? limit
        : Text.Line("; ", [.. limit is null ? Array.Empty<Text>() : [limit], .. filing.Readings.SelectMany(each => each.Ambiguities).Distinct().Select(each => Text.Same(each))]);

    private static string Left(Deadline? deadline, Instant now)
    {
        if (deadline?.Earliest is not { } earliest)
        {
            return "The time left there is not known.";
        }

        var today = now.InZone(deadline.Zone).Date;
        var last = (earliest - Duration.Epsilon).InZone(deadline.Zone).Date;
        var days = Period.DaysBetween(today, last);

        return days < 0
            ? "By the earliest reading the time there has passed."
            : $"By the earliest reading the last day there is {NodaTime.Text.LocalDatePattern.Iso.Format(last)}, {Ahead(days)}.";
    }

    private static string Ahead(int days) => days switch
    {
        0 => "today",
        1 => "tomorrow",
        _ => $"{days} days from now",
    };
}
