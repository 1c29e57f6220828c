using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Docket;

/// <summary>Which differences between two laws bear on one clock: the reason why it moved.</summary>
internal static class Bearing
{
    /// <summary>The places that bear on it; every place that can move a date, where none does so directly.</summary>
    public static IReadOnlyList<string> On(
        IReadOnlyList<LawDifference> differences, string forum, Law before, Deadline? old, Law after, Deadline? fresh)
    {
        var places = differences.Where(each => each.CanMoveDates).ToArray();
        var bearing = places.Where(each => Bears(each, forum, Reach.Of(before, old), Reach.Of(after, fresh))).ToArray();
        return [.. (bearing.Length > 0 ? bearing : places).Select(each => each.Place)];
    }

    private static bool Bears(LawDifference each, string forum, Reach? old, Reach? fresh) => each.Section switch
    {
        "forums" => each.Element == forum,
        "dayCount" => true,
        "calendar" => each.Element is not { } day || Includes(old, day) || Includes(fresh, day),
        "limits" => Names(old?.Limits, each) || Names(fresh?.Limits, each),
        "windows" => Names(old?.Windows, each) || Names(fresh?.Windows, each),
        "readings" => Names(old?.Readings, each) || Names(fresh?.Readings, each),
        "jurisdictionRules" => old is null || fresh is null,
        _ => false,
    };

    private static bool Names(IReadOnlyList<string>? names, LawDifference each) => each.Element is { } element && names?.Contains(element) is true;

    private static bool Includes(Reach? reach, string day) =>
        reach is not null && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date } && date >= reach.From && date <= reach.To;

    /// <summary>What one deadline was counted with: its limits, windows and readings, and the days it runs over.</summary>
    private sealed record Reach(IReadOnlyList<string> Limits, IReadOnlyList<string> Windows, IReadOnlyList<string> Readings, LocalDate From, LocalDate To)
    {
        public static Reach? Of(Law law, Deadline? deadline)
        {
            if (deadline is null)
            {
                return null;
            }

            string[] limits = [deadline.Limit, deadline.Selected.Id, .. deadline.Alternatives.Select(each => each.Limit)];
            var ends = deadline.Alternatives.Select(each => each.DueExclusive).Append(deadline.DueExclusive).OfType<Instant>().Append(deadline.CountedFrom);

            return new Reach(
                limits,
                [.. limits.Select(law.Rulebook.FindLimit).Select(each => each?.Window?.Id).OfType<string>()],
                [.. law.Rulebook.Readings.Where(each => each.Limits.Intersect(limits).Any()).Select(each => each.Id)],
                Day(deadline, deadline.CountedFrom),
                Day(deadline, ends.Max()));
        }

        private static LocalDate Day(Deadline deadline, Instant at) => at.InZone(deadline.Zone).Date;
    }
}
