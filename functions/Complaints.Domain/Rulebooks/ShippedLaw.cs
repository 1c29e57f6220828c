using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks.Documents;

namespace Complaints.Domain.Rulebooks;

/// <summary>The law the tracker ships with, read once when first asked for; a fault in it is impossible and stops the program.</summary>
public static class ShippedLaw
{
    private static readonly string[] Ids = ["KZ-2020", "KZ-2021H2", "MD-2019", "MD-2022", "UA-LOC-2015", "AM-1999"];

    private static readonly Lazy<Library> Shared = new(ReadLibrary);
    private static readonly Lazy<FrozenDictionary<string, Rulebook>> All = new(ReadRulebooks);

    /// <summary>The shipped sources, calendars, code lists and base documents.</summary>
    public static Library Library => Shared.Value;

    /// <summary>The shipped rulebooks by id.</summary>
    public static IReadOnlyDictionary<string, Rulebook> Rulebooks => All.Value;

    private static Library ReadLibrary()
    {
        var faults = new Faults();
        var sources = Open("sources", faults).Items("sources").Select(SharedReader.Source).ToFrozenDictionary(source => source.Key);
        var taxonomies = SharedReader.Taxonomies(Open("taxonomies", faults), sources);
        var library = new Library(sources, FrozenDictionary<string, Calendar>.Empty, taxonomies, FindRulebook);
        var draft = new Draft(library, faults);
        var calendars = Open("calendars", faults).Items("calendars").Select(calendar => SharedReader.Calendar(calendar, draft));
        var documents = ((JsonArray)JsonNode.Parse(FindDocument("calendars")!)!["calendars"]!)
            .ToDictionary(each => $"{each!["id"]}@{each["version"]}", each => each!.ToJsonString(), StringComparer.Ordinal);
        library = library with { Calendars = calendars.ToFrozenDictionary(calendar => calendar.Id), FindCalendar = documents.GetValueOrDefault };
        return faults.Any ? throw Broken("the shared lists", faults.ToList()) : library;
    }

    private static FrozenDictionary<string, Rulebook> ReadRulebooks() => Ids.Select(ReadRulebook).ToFrozenDictionary(rulebook => rulebook.Id);

    private static Rulebook ReadRulebook(string id)
    {
        var read = RulebookReader.Read(Encoding.UTF8.GetBytes(FindRulebook(id)!), Library);
        return read.IsAllowed(out var rulebook) ? rulebook : throw Broken(id, read.Refusals);
    }

    private static Element Open(string name, Faults faults) =>
        new(JsonDocument.Parse(FindDocument(name)!).RootElement, "$", faults);

    /// <summary>A shipped rulebook with its worked examples, which lie in a file beside it.</summary>
    private static string? FindRulebook(string id)
    {
        if (!Ids.Contains(id) || FindDocument($"examples/{id}") is not { } beside)
        {
            return Ids.Contains(id) ? FindDocument(id) : null;
        }

        var document = JsonNode.Parse(FindDocument(id)!)!;
        document["examples"] = JsonNode.Parse(beside)!["examples"]!.DeepClone();
        return document.ToJsonString();
    }

    private static string? FindDocument(string name)
    {
        using var stream = typeof(ShippedLaw).Assembly.GetManifestResourceStream($"shipped/{name}.json");
        using var reader = stream is null ? null : new System.IO.StreamReader(stream, Encoding.UTF8);
        return reader?.ReadToEnd();
    }

    private static InvalidOperationException Broken(string name, RefusalList faults) => new(
        $"Shipped law is broken: {name}: {string.Join("; ", faults.Select(fault => $"{fault.Field} {fault.Code}: {fault.Message}"))}");
}
