namespace Complaints.Domain.Rulebooks;

/// <summary>One place in which two rulebooks differ.</summary>
/// <param name="Section">The part of the document: limits, windows, readings, forums, calendar ...</param>
/// <param name="Element">The code of the element, or the day of the calendar; null where the section has no elements.</param>
/// <param name="Field">The place inside the element, dotted; null where the whole element is new or gone.</param>
/// <param name="Before">What the one rulebook says there, as JSON; null if nothing.</param>
/// <param name="After">What the other says there, as JSON; null if nothing.</param>
public sealed record LawDifference(string Section, string? Element, string? Field, string? Before, string? After)
{
    private static readonly string[] Words = ["name", "label", "basis", "status", "assumption", "ambiguity", "question", "primaryReading", "text", "missing", "counts"];

    private static readonly string[] Remarks =
        ["name", "validFrom", "validTo", "basis", "status", "assumption", "ambiguity", "assumptions", "ambiguities", "sources", "policies", "defaultZone"];

    /// <summary>The place in one word: limits.kz.file.10.length.value, calendar.2020-12-25, dayCount.roll.</summary>
    public string Place => string.Join('.', new[] { Section, Element, Field }.OfType<string>());

    /// <summary>Whether a date can come out otherwise by it; names, sources and remarks move none.</summary>
    public bool CanMoveDates => !Remarks.Contains(Section) && !IsWording(Field?.Split('.')[0]);

    private static bool IsWording(string? first) =>
        first is not null && (Words.Contains(first) || first.StartsWith("note", StringComparison.Ordinal));
}
