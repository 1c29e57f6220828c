using Complaints.Domain;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Docket.List;

/// <summary>Which part of the register is asked for.</summary>
internal sealed record RegisterQuery
{
    public const int PageSize = 50;

    private static readonly string[] Known = ["election", "instance", "stage", "due", "subject", "act", "after"];

    private static readonly string[] Dues = ["today", "3d", "overdue", "contested"];

    public required string Election { get; init; }

    public Instance? Instance { get; init; }

    public Stage? Stage { get; init; }

    public string? Due { get; init; }

    public string? Subject { get; init; }

    public string? Act { get; init; }

    public string? After { get; init; }

    public static Result<RegisterQuery> From(IQueryCollection query)
    {
        var refusals = query.Keys.Except([.. Known, Languages.Name], StringComparer.OrdinalIgnoreCase)
            .Select(name => new Refusal("field.unknown", $"There is no filter '{name}'. Known are: {string.Join(", ", Known)}.", Field: name))
            .ToList();
        var election = query["election"].ToString();

        if (election.Length == 0)
        {
            refusals.Add(new Refusal("field.missing", "'election' is needed, for example election=kz-2021.", Field: "election"));
        }

        var due = Text(query, "due");

        if (due is not null && !Dues.Contains(due))
        {
            refusals.Add(new Refusal("field.not-a-code", $"'{due}' is not one of: {string.Join(", ", Dues)}.", Field: "due"));
        }

        var instance = Code<Instance>(query, "instance", refusals);
        var stage = Code<Stage>(query, "stage", refusals);

        return refusals.Count > 0 ? refusals : new RegisterQuery
        {
            Election = election,
            Instance = instance,
            Stage = stage,
            Due = due,
            Subject = Text(query, "subject"),
            Act = Text(query, "act"),
            After = Text(query, "after"),
        };
    }

    /// <summary>Whether an entry is asked for, at this hour.</summary>
    public bool Asks(RegisterEntry entry, Instant now, DateTimeZone zone) =>
        (Instance is null || entry.Instance == Instance)
        && (Stage is null || entry.Stage == Stage)
        && (Subject is null || entry.Subject == Subject || entry.Subject?.StartsWith(Subject + ".", StringComparison.Ordinal) is true)
        && (Act is null || entry.ChallengedAct == Act)
        && (After is null || string.CompareOrdinal(entry.Id, After) > 0)
        && IsDue(entry, now, zone);

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static T? Code<T>(IQueryCollection query, string name, List<Refusal> refusals)
        where T : struct, Enum
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        if (Enum.GetNames<T>().FirstOrDefault(each => each.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } code)
        {
            return Enum.Parse<T>(code);
        }

        refusals.Add(new Refusal("field.not-a-code", $"'{text}' is not one of: {string.Join(", ", Enum.GetNames<T>())}.", Field: name));
        return null;
    }

    private bool IsDue(RegisterEntry entry, Instant now, DateTimeZone zone) => Due switch
    {
        null => true,
        "today" => entry.DueEarliest is { } due && due > now && due <= EndOf(now, zone, 1),
        "3d" => entry.DueEarliest is { } due && due > now && due <= EndOf(now, zone, 3),
        "overdue" => entry.Stage is Domain.Lifecycle.Stage.Unanswered || entry.DueLatest <= now,
        _ => entry.Timeliness is Timeliness.Contested,
    };

    private static Instant EndOf(Instant now, DateTimeZone zone, int days) =>
        zone.AtStartOfDay(now.InZone(zone).Date.PlusDays(days)).ToInstant();
}
