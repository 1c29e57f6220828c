using System.Collections.Frozen;
using Complaints.Domain;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Docket.Import;

/// <summary>A row of a register as it was written, by column.</summary>
/// <param name="Number">The line it stands on.</param>
/// <param name="Header">Where each column stands.</param>
/// <param name="Fields">What the row says in each.</param>
public sealed record ImportLine(int Number, FrozenDictionary<string, int> Header, IReadOnlyList<string> Fields)
{
    /// <summary>The columns a register has. The last two tell readers what is invented; they are not stored.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "case_id", "matter", "forum", "forum_level", "channel", "received_local", "received_zone", "received_utc", "complainant_type",
        "complainant_pseudonym", "challenged_actor", "challenged_act_id", "challenged_act_date", "subject", "outcome", "ground", "decided_utc",
        "rectification_offered", "remedy", "appealed", "known_via", "as_of", "statement_facts", "synthetic_facts",
    ];

    /// <summary>What a column says; null if it is empty.</summary>
    public string? this[string column] => Fields[Header[column]].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>What a column says that takes several codes, with semicolons between them.</summary>
    public IReadOnlyList<string> Several(string column) =>
        this[column]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>An instant that a column gives with its offset; null if it is empty or not one.</summary>
    public OffsetDateTime? Instant(string column) =>
        this[column] is { } text && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed && IsCounted(parsed.Value.Year) ? parsed.Value : null;

    /// <summary>A day that a column gives; null if it is empty or not one.</summary>
    public LocalDate? Day(string column) =>
        this[column] is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed && IsCounted(parsed.Value.Year) ? parsed.Value : null;

    private static bool IsCounted(int year) => year is >= RecordJson.FirstYear and <= RecordJson.LastYear;
}
