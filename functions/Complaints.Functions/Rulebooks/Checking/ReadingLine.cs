using Complaints.Domain.Deadlines;
using Complaints.Functions.Pages;
using NodaTime;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>One way to count, as a line of a table.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Questions">The open questions it answers another way; none for the primary one.</param>
/// <param name="Due">The first instant that is too late; null where it gives none.</param>
/// <param name="Mode">What sort of answer it gives.</param>
/// <param name="Zone">The forum's zone.</param>
public sealed record ReadingLine(string Label, IReadOnlyList<string> Questions, Instant? Due, Mode Mode, DateTimeZone Zone)
{
    /// <summary>Every way to count a deadline, the earliest first, those without a date last.</summary>
    internal static IReadOnlyList<ReadingLine> Of(Deadline deadline, Words words) =>
    [
        .. deadline.Alternatives
            .Select(each => new ReadingLine(each.Label.In(Words.Language), each.Ambiguities, each.DueExclusive, each.Mode, each.Zone))
            .Prepend(new ReadingLine(words["check.primary"], [], deadline.DueExclusive, deadline.Mode, deadline.Zone))
            .OrderBy(each => each.Due ?? Instant.MaxValue),
    ];

    /// <summary>The last minute in time, or what there is instead of one.</summary>
    internal string LastMomentOf(Words words, Dates dates) => Due is { } due ? dates.LastBefore(due, Zone) : words.Of(Mode);
}
