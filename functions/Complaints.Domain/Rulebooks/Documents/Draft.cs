namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>What is known of a rulebook while its document is being read: what later elements may refer to.</summary>
internal sealed class Draft(Library library, Faults faults)
{
    public Library Library { get; } = library;

    public Faults Faults { get; } = faults;

    public Dictionary<string, Source> Sources { get; } = new(library.Sources, StringComparer.Ordinal);

    public HashSet<string> UsedSources { get; } = new(StringComparer.Ordinal);

    /// <summary>The assumptions and ambiguities some element has named.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Ambiguity> Ambiguities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Assumption> Assumptions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Forum> Forums { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Window> Windows { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TimeLimit> Limits { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each assumption and ambiguity stands in the document.</summary>
    public Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each limit stands in the document.</summary>
    public Dictionary<string, string> LimitPaths { get; } = new(StringComparer.Ordinal);

    /// <summary>Keeps an element under its id, and notes it if the id is taken.</summary>
    public static void Keep<T>(Dictionary<string, T> table, string id, T value, Element element)
    {
        if (!table.TryAdd(id, value))
        {
            element.Fault("duplicate", "id", $"There are two of the name {id}.");
        }
    }

    /// <summary>Notes every one of these names that is not in the table.</summary>
    public static void Refer<T>(Element element, string key, Dictionary<string, T> table)
    {
        foreach (var name in element.Texts(key).Where(name => !table.ContainsKey(name)))
        {
            element.Fault("reference", key, $"There is no {name}.");
        }
    }

    /// <summary>Notes every one of these codes that is not on the list.</summary>
    public static void Listed(Element element, string key, IEnumerable<string> list)
    {
        foreach (var code in element.Texts(key).Where(code => !list.Contains(code)))
        {
            element.Fault("value", key, $"'{code}' is not on the list.");
        }
    }

    /// <summary>Whose acts may be challenged: the coded actors, and the forums of this rulebook.</summary>
    public IEnumerable<string> Actors => Library.Taxonomies.ChallengedActors.Concat(Forums.Keys);
}
