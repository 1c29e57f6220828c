using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Docket.List;

/// <summary>Which part of the register is asked for.</summary>
public sealed record RegisterQuery
{
    /// <summary>How many entries a page has.</summary>
    public const int PageSize = 50;

    /// <summary>What can be said of when something is due.</summary>
    public static readonly IReadOnlyList<string> Dues = ["today", "3d", "overdue", "contested"];

    /// <summary>What the pages can be sorted by; the first is how they are if nothing is said.</summary>
    public static readonly IReadOnlyList<string> Sorts = ["reference", "due", "filing", "change"];

    private const int LongestText = 100;

    private static readonly string[] Known = ["election", "q", "instance", "stage", "due", "subject", "forum", "region", "act", "mine", "after"];

    private static readonly string[] OfPages = [.. Known, "sort", "page", "done"];

    /// <summary>The id of the election.</summary>
    public required string Election { get; init; }

    /// <summary>A part of the reference, of a registration number or of the challenged act.</summary>
    public string? Text { get; init; }

    /// <summary>The instance that has it.</summary>
    public Instance? Instance { get; init; }

    /// <summary>How far it has come there.</summary>
    public Stage? Stage { get; init; }

    /// <summary>One of <see cref="Dues"/>.</summary>
    public string? Due { get; init; }

    /// <summary>A subject, or a group of them.</summary>
    public string? Subject { get; init; }

    /// <summary>The forum that has it, or had it last.</summary>
    public string? Forum { get; init; }

    /// <summary>Where, coarsely.</summary>
    public string? Region { get; init; }

    /// <summary>The challenged act.</summary>
    public string? Act { get; init; }

    /// <summary>Only the caller's own.</summary>
    public bool IsMine { get; init; }

    /// <summary>Only ids after this one.</summary>
    public string? After { get; init; }

    /// <summary>One of <see cref="Sorts"/>.</summary>
    public string Sort { get; init; } = Sorts[0];

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is asked beyond the election.</summary>
    public bool IsNarrowed => IsMine || new object?[] { Text, Instance, Stage, Due, Subject, Forum, Region, Act }.Any(each => each is not null);

    /// <summary>Reads what an address asks; refused with every field that cannot be read. The pages take a few fields more than the door for programs.</summary>
    public static Result<RegisterQuery> From(IQueryCollection query, bool isForPages = false)
    {
        var known = isForPages ? OfPages : Known;
        var refusals = query.Keys.Except([.. known, Languages.Name], StringComparer.OrdinalIgnoreCase)
            .Select(name => new Refusal("field.unknown", $"There is no filter '{name}'. Known are: {string.Join(", ", known)}.", Field: name))
            .ToList();
        var election = query["election"].ToString();

        if (election.Length == 0)
        {
            refusals.Add(new Refusal("field.missing", "'election' is needed, for example election=kz-2021.", Field: "election"));
        }

        var text = ValueOf(query, "q")?.Trim();

        if (text?.Length > LongestText)
        {
            refusals.Add(new Refusal("field.too-long", $"'q' takes at most {LongestText} characters.", Field: "q"));
        }

        var page = 1;

        if (ValueOf(query, "page") is { } typed && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page > 0))
        {
            refusals.Add(new Refusal("field.not-a-code", "'page' is a number from 1.", Field: "page"));
        }

        var due = OneOf(query, "due", Dues, refusals);
        var sort = OneOf(query, "sort", Sorts, refusals);
        var mine = OneOf(query, "mine", ["true", "false"], refusals);
        var instance = OneOf(query, "instance", Enum.GetNames<Instance>(), refusals);
        var stage = OneOf(query, "stage", Enum.GetNames<Stage>(), refusals);

        return refusals.Count > 0 ? refusals : new RegisterQuery
        {
            Election = election,
            Text = text is { Length: > 0 } ? text : null,
            Instance = instance is null ? null : Enum.Parse<Instance>(instance),
            Stage = stage is null ? null : Enum.Parse<Stage>(stage),
            Due = due,
            Subject = ValueOf(query, "subject"),
            Forum = ValueOf(query, "forum"),
            Region = ValueOf(query, "region"),
            Act = ValueOf(query, "act"),
            IsMine = mine == "true",
            After = ValueOf(query, "after"),
            Sort = sort ?? Sorts[0],
            Page = page,
        };
    }

    /// <summary>Whether an entry is asked for, at this hour, by this caller.</summary>
    public bool Asks(RegisterEntry entry, Instant now, DateTimeZone zone, string caller) =>
        (Instance is null || entry.Instance == Instance)
        && (Stage is null || entry.Stage == Stage)
        && (Subject is null || entry.Subject == Subject || entry.Subject?.StartsWith(Subject + ".", StringComparison.Ordinal) is true)
        && (Forum is null || entry.Current?.Forum == Forum)
        && (Region is null || entry.Region == Region)
        && (Act is null || entry.ChallengedAct == Act)
        && (!IsMine || entry.KeptBy == caller)
        && (After is null || string.CompareOrdinal(entry.Id, After) > 0)
        && IsDue(entry, now, zone)
        && IsFound(entry);

    /// <summary>The entries in the order asked for.</summary>
    public IEnumerable<RegisterEntry> InOrder(IEnumerable<RegisterEntry> entries) => Sort switch
    {
        "due" => entries.OrderBy(each => each.DueEarliest ?? Instant.MaxValue),
        "filing" => entries.OrderByDescending(each => each.Proceedings.Count > 0 ? each.Proceedings[0].ReceivedAt : Instant.MinValue),
        "change" => entries.OrderByDescending(each => each.ChangedAt ?? each.RecordedAt),
        _ => entries,
    };

    private static string? ValueOf(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static string? OneOf(IQueryCollection query, string name, IReadOnlyList<string> codes, List<Refusal> refusals)
    {
        if (ValueOf(query, name) is not { } text)
        {
            return null;
        }

        var code = codes.FirstOrDefault(each => each.Equals(text, StringComparison.OrdinalIgnoreCase));

        if (code is null)
        {
            refusals.Add(new Refusal("field.not-a-code", $"'{text}' is not one of: {string.Join(", ", codes)}.", Field: name));
        }

        return code;
    }

    private bool IsDue(RegisterEntry entry, Instant now, DateTimeZone zone) => Due switch
    {
        null => true,
        "today" => entry.Has(DueGroup.Today, now, zone),
        "3d" => entry.Has(DueGroup.Today, now, zone) || entry.Has(DueGroup.Soon, now, zone),
        "overdue" => entry.Has(DueGroup.Overdue, now, zone),
        _ => entry.Has(DueGroup.Contested, now, zone),
    };

    private bool IsFound(RegisterEntry entry) => Text is not { } text
        || entry.Id.Contains(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
        || (Reference.Parse(text).IsAllowed(out var reference) && entry.Id == reference.Id)
        || entry.ChallengedAct?.Contains(text, StringComparison.OrdinalIgnoreCase) is true
        || entry.Proceedings.Any(each => each.RegistrationNumber?.Contains(text, StringComparison.OrdinalIgnoreCase) is true);
}
