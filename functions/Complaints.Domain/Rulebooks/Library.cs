using System.Text.Json.Nodes;

namespace Complaints.Domain.Rulebooks;

/// <summary>What a rulebook document may refer to: sources, calendars, code lists, and the documents it may be a delta of.</summary>
public sealed record Library(
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyDictionary<string, Calendar> Calendars,
    Taxonomies Taxonomies,
    Func<string, string?> FindDocument)
{
    /// <summary>The calendar document of this id and version, e.g. KZ@1; null if there is none.</summary>
    public Func<string, string?> FindCalendar { get; init; } = _ => null;

    /// <summary>
    /// Whether documents are read to be published: then they carry their calendar whole, and the name of a calendar that exists is taken.
    /// </summary>
    public bool IsForPublishing { get; init; }

    /// <summary>The library to publish from: the same with these rulebooks to start from, each by id and version, and with the calendars they carry.</summary>
    public Library With(IEnumerable<Rulebook> rulebooks)
    {
        var known = rulebooks.ToArray();
        var calendars = known
            .Select(each => (each.Versions.Calendar, Document: JsonNode.Parse(each.Document)!["calendar"] as JsonObject))
            .Where(each => each.Document is not null)
            .DistinctBy(each => each.Calendar)
            .ToDictionary(each => each.Calendar, each => each.Document!.ToJsonString(), StringComparer.Ordinal);

        return this with
        {
            IsForPublishing = true,
            FindDocument = version => known.FirstOrDefault(each => each.Version == version)?.Document ?? FindDocument(version),
            FindCalendar = version => calendars.GetValueOrDefault(version) ?? FindCalendar(version),
        };
    }
}
