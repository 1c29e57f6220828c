using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.List;

/// <summary>Reads a page of the register from memory: of what the caller may find in it.</summary>
internal sealed class ListComplaintsHandler(RegisterView register, ElectionStore elections, LawShelf shelf, TimeProvider time)
{
    public async Task<Result<RegisterPart>> HandleAsync(RegisterQuery query, Caller caller, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(query.Election, cancellationToken) is not { } election)
        {
            return new Refusal("election.none", $"There is no election '{query.Election}' here.", Field: "election");
        }

        if (caller.Refuse(Roles.Mission, election.Id) is { } notTheirs)
        {
            return notTheirs;
        }

        var now = time.Now();
        var zone = (await shelf.ForNewAsync(election, cancellationToken))?.DefaultZone ?? DateTimeZone.Utc;
        var all = await register.ReadAsync(election.Id, cancellationToken);
        RegisterEntry[] theirs = [.. all.Where(each => caller.MayList(election.Id, each.KeptBy)).Select(each => each.Shown())];
        RegisterEntry[] asked = [.. query.InOrder(theirs.Where(each => query.Asks(each, now, zone, caller.Pseudonym)))];
        var pages = Math.Max(1, (asked.Length + RegisterQuery.PageSize - 1) / RegisterQuery.PageSize);
        var page = Math.Min(query.Page, pages);
        var left = asked[((page - 1) * RegisterQuery.PageSize)..];
        RegisterEntry[] entries = [.. left.Take(RegisterQuery.PageSize)];
        return new RegisterPart(election, zone, entries, left.Length > entries.Length ? entries[^1].Id : null, left.Length, now)
        {
            All = asked.Length,
            Page = page,
            Pages = pages,
            SameAs = SameAs(theirs, [.. entries.Select(each => each.Id)]),
        };
    }

    /// <summary>What each shown complaint is the same as, whichever of the two says so, where the caller may find both.</summary>
    private static ILookup<string, string> SameAs(IReadOnlyList<RegisterEntry> all, HashSet<string> shown)
    {
        var pairs = all.SelectMany(each => (each.SameAs ?? []).Select(other => (each.Id, other))).ToArray();
        var listed = pairs.Length == 0 ? [] : all.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        return pairs.Where(each => listed.Contains(each.other))
            .SelectMany(each => new[] { (One: each.Id, Other: each.other), (One: each.other, Other: each.Id) })
            .Where(each => shown.Contains(each.One))
            .ToLookup(each => each.One, each => each.Other, StringComparer.Ordinal);
    }
}

/// <summary>A page of the register.</summary>
/// <param name="Election">The election.</param>
/// <param name="Zone">The clock of the country.</param>
/// <param name="Entries">The entries, in the order asked for.</param>
/// <param name="Next">What to ask for as <c>after</c> for the next page by id; null on the last.</param>
/// <param name="Left">How many match from here on.</param>
/// <param name="AsOf">The instant the page is true for.</param>
public sealed record RegisterPart(
    Election Election, DateTimeZone Zone, IReadOnlyList<RegisterEntry> Entries, string? Next, int Left, Instant AsOf)
{
    /// <summary>How many match in all.</summary>
    public required int All { get; init; }

    /// <summary>Which page it is, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are; at least one.</summary>
    public required int Pages { get; init; }

    /// <summary>The ids of the complaints that a shown one is the same as, by its id.</summary>
    public required ILookup<string, string> SameAs { get; init; }
}
