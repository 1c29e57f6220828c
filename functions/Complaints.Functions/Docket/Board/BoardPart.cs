using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.Board;

/// <summary>A line of the board: one clock of one complaint.</summary>
public sealed record BoardLine(RegisterEntry Entry, RegisterClock Clock);

/// <summary>The clocks that are equally urgent.</summary>
/// <param name="Group">How urgent.</param>
/// <param name="All">How many there are.</param>
/// <param name="Rows">Those that are shown, the most urgent first.</param>
public sealed record BoardGroup(DueGroup Group, int All, IReadOnlyList<BoardLine> Rows);

/// <summary>What has changed since an instant, as far as the register knows.</summary>
/// <param name="Word">The last part of the key of its words.</param>
/// <param name="Entries">The complaints it is true of.</param>
public sealed record BoardNews(string Word, IReadOnlyList<RegisterEntry> Entries);

/// <summary>The board, or one group of it.</summary>
/// <param name="Election">The election.</param>
/// <param name="Zone">The clock of the country.</param>
/// <param name="AsOf">The instant it is true for.</param>
/// <param name="Since">Since when the news are told.</param>
/// <param name="Groups">The groups.</param>
/// <param name="News">What has changed since then.</param>
/// <param name="Page">Which page of the group, from 1.</param>
/// <param name="Pages">How many pages the group has; one where all groups are shown.</param>
public sealed record BoardPart(
    Election Election, DateTimeZone Zone, Instant AsOf, Instant Since, IReadOnlyList<BoardGroup> Groups, IReadOnlyList<BoardNews> News, int Page, int Pages)
{
    private static readonly Duration ADay = Duration.FromDays(1);

    /// <summary>How many rows of a group the whole board shows.</summary>
    public const int Beginning = 10;

    /// <summary>How many rows a page of one group shows.</summary>
    public const int PageSize = 25;

    /// <summary>The board of these complaints at this hour.</summary>
    public static BoardPart Of(Election election, DateTimeZone zone, IReadOnlyList<RegisterEntry> entries, BoardQuery query, Instant now)
    {
        var groups = (from entry in entries
                      where query.Region is null || entry.Region == query.Region
                      from clock in entry.ClocksAt(now)
                      where query.Forum is null || clock.Forum == query.Forum
                      select new BoardLine(entry, clock)).ToLookup(each => each.Clock.GroupAt(now, zone));
        var pages = query.Due is { } one ? Math.Max(1, (groups[one].Count() + PageSize - 1) / PageSize) : 1;
        var page = Math.Min(query.Page, pages);
        return new BoardPart(
            election,
            zone,
            now,
            now - ADay,
            [
                .. BoardQuery.Groups.Where(each => query.Due is null || query.Due == each).Select(each => new BoardGroup(
                    each,
                    groups[each].Count(),
                    [.. InOrder(each, groups[each]).Skip(query.Due is null ? 0 : (page - 1) * PageSize).Take(query.Due is null ? Beginning : PageSize)])),
            ],
            query.Due is null ? [.. NewsOf(entries.Where(each => IsAsked(each, query)), now - ADay, now)] : [],
            page,
            pages);
    }

    private static bool IsAsked(RegisterEntry entry, BoardQuery query) =>
        (query.Region is null || entry.Region == query.Region) && (query.Forum is null || entry.Current?.Forum == query.Forum);

    /// <summary>What runs out next comes first; of what has run out, what did so last.</summary>
    private static IEnumerable<BoardLine> InOrder(DueGroup group, IEnumerable<BoardLine> rows) => group is DueGroup.Overdue
        ? rows.OrderByDescending(each => each.Clock.Latest).ThenBy(each => each.Entry.Id, StringComparer.Ordinal)
        : rows.OrderBy(each => each.Clock.Earliest).ThenBy(each => each.Entry.Id, StringComparer.Ordinal);

    private static IEnumerable<BoardNews> NewsOf(IEnumerable<RegisterEntry> entries, Instant since, Instant now)
    {
        var all = entries.ToArray();
        (string Word, Func<RegisterEntry, bool> Is)[] kinds =
        [
            ("recorded", each => each.RecordedAt >= since),
            ("filed", each => each.Proceedings.Any(one => one.HeardAt >= since)),
            ("decided", each => each.Proceedings.Any(one => one.DecisionHeardAt >= since)),
            ("moved", each => each.MovedAt >= since),
            ("contested", each => each.ClocksAt(now).Any(one => one.Earliest > since && one.Earliest <= now && !(one.Latest <= now))),
            ("passed", each => each.ClocksAt(now).Any(one => one.Latest > since && one.Latest <= now)),
        ];
        return kinds.Select(each => new BoardNews(each.Word, [.. all.Where(each.Is)]));
    }
}
