using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Board;

/// <summary>Which part of the board is asked for.</summary>
public sealed record BoardQuery
{
    /// <summary>The groups of the board, in their order.</summary>
    public static readonly IReadOnlyList<DueGroup> Groups = [DueGroup.Today, DueGroup.Soon, DueGroup.Contested, DueGroup.Overdue];

    private static readonly string[] Known = ["election", "forum", "region", "due", "page"];

    /// <summary>The id of the election.</summary>
    public required string Election { get; init; }

    /// <summary>The forum that owes the act, or with which it must be filed; null for all.</summary>
    public string? Forum { get; init; }

    /// <summary>Where, coarsely; null for all.</summary>
    public string? Region { get; init; }

    /// <summary>The one group that is shown whole; null for the beginning of each.</summary>
    public DueGroup? Due { get; init; }

    /// <summary>Which page of it, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads what an address asks; refused with every field that cannot be read.</summary>
    public static Result<BoardQuery> From(IQueryCollection query)
    {
        var refusals = query.Keys.Except([.. Known, Languages.Name], StringComparer.OrdinalIgnoreCase)
            .Select(name => new Refusal("field.unknown", $"There is no filter '{name}'. Known are: {string.Join(", ", Known)}.", Field: name))
            .ToList();
        var due = Groups.Where(each => CodeOf(each).Equals(query["due"].ToString(), StringComparison.OrdinalIgnoreCase)).Select(each => (DueGroup?)each).FirstOrDefault();
        var page = 1;

        if (query["due"].ToString() is { Length: > 0 } typed && due is null)
        {
            refusals.Add(new Refusal("field.not-a-code", $"'{typed}' is not one of: {string.Join(", ", Groups.Select(CodeOf))}.", Field: "due"));
        }

        if (query["page"].ToString() is { Length: > 0 } number && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page > 0))
        {
            refusals.Add(new Refusal("field.not-a-code", "'page' is a number from 1.", Field: "page"));
        }

        return refusals.Count > 0 ? refusals : new BoardQuery
        {
            Election = query["election"].ToString(),
            Forum = query["forum"].ToString() is { Length: > 0 } forum ? forum : null,
            Region = query["region"].ToString() is { Length: > 0 } region ? region : null,
            Due = due,
            Page = page,
        };
    }

    /// <summary>What a group is called in the address.</summary>
    public static string CodeOf(DueGroup group) => group switch
    {
        DueGroup.Today => "today",
        DueGroup.Soon => "3d",
        DueGroup.Contested => "contested",
        _ => "overdue",
    };
}
