namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads what an element rests on: "basis", "status", "assumption", "ambiguity", "missing".</summary>
internal static class FootingReader
{
    /// <summary>The keys it reads, for an element's list of known keys.</summary>
    public static readonly string[] Keys = ["basis", "status", "assumption", "ambiguity", "missing"];

    /// <summary>
    /// Status is required; sources too, unless the element is unknown or assumed; an assumption must be named, and what is unknown says which
    /// text was not read, or which question is open.
    /// </summary>
    public static Footing Read(Element element, Draft draft)
    {
        var status = element.Code<LegalStatus>("status");
        var basis = Basis(element, draft.Sources);
        var assumptions = element.Texts("assumption");
        Draft.Refer(element, "assumption", draft.Assumptions);
        Draft.Refer(element, "ambiguity", draft.Ambiguities);

        if (basis.Length == 0 && status is LegalStatus.Statement or LegalStatus.Public && element.Has("status"))
        {
            element.Fault("basis", "basis", "A rule known from a text must name the text.");
        }

        if (status == LegalStatus.Assumption && assumptions.Count == 0 && !element.Has("ambiguity"))
        {
            element.Fault("assumption", "assumption", "What is assumed must be named.");
        }

        if (status == LegalStatus.Unknown && !element.Has("missing") && !element.Has("ambiguity"))
        {
            element.Fault("missing", "missing", "What is unknown names the text that was not read, or the open question.");
        }

        draft.UsedSources.UnionWith(basis.Select(citation => citation.Source.Key));
        draft.Named.UnionWith(assumptions);
        draft.Named.UnionWith(element.Texts("ambiguity"));
        return new Footing(
            basis, status, [.. assumptions.Select(id => draft.Assumptions.GetValueOrDefault(id)).OfType<Assumption>()],
            element.TextOrNull("ambiguity"), element.WordingOrNull("missing"));
    }

    /// <summary>The footing of an element that may do without one.</summary>
    public static Footing ReadOptional(Element? element, Draft draft) =>
        element is not null && element.Has("status") ? Read(element, draft) : Footing.Unknown;

    /// <summary>The footing of an element that, where it says nothing of its own, rests on its open question.</summary>
    public static Footing ReadOr(string ambiguity, Element element, Draft draft) =>
        element.Has("status") || element.Has("basis") ? Read(element, draft) : new Footing([], LegalStatus.Assumption, [], ambiguity);

    /// <summary>The places it was read in.</summary>
    public static Citation[] Basis(Element element, IReadOnlyDictionary<string, Source> sources) =>
        [.. element.Texts("basis").Select(entry => Cite(entry, element, sources)).OfType<Citation>()];

    private static Citation? Cite(string entry, Element element, IReadOnlyDictionary<string, Source> sources)
    {
        var key = sources.Keys.Where(name => entry.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);

        if (key is null)
        {
            element.Fault("reference", "basis", $"'{entry}' begins with no known source.");
            return null;
        }

        var place = entry[key.Length..].TrimStart(':', ' ', ',');
        return new Citation(sources[key], place.Length == 0 ? null : place);
    }
}
