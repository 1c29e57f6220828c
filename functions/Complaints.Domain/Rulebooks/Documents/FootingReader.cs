namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads what an element rests on: "basis", "status", "assumption", "ambiguity".</summary>
internal static class FootingReader
{
    /// <summary>The keys it reads, for an element's list of known keys.</summary>
    public static readonly string[] Keys = ["basis", "status", "assumption", "ambiguity"];

    /// <summary>Status is required; sources too, unless the element is unknown or assumed; an assumption must be named.</summary>
    public static Footing Read(Element element, Draft draft)
    {
        var status = element.Code<LegalStatus>("status");
        var basis = element.Texts("basis").Select(entry => Cite(entry, element, draft)).OfType<Citation>().ToArray();
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

        return new Footing(
            basis, status, [.. assumptions.Select(id => draft.Assumptions.GetValueOrDefault(id)).OfType<Assumption>()],
            element.TextOrNull("ambiguity"));
    }

    /// <summary>The footing of an element that may do without one.</summary>
    public static Footing ReadOptional(Element? element, Draft draft) =>
        element is not null && element.Has("status") ? Read(element, draft) : Footing.Unknown;

    private static Citation? Cite(string entry, Element element, Draft draft)
    {
        var key = draft.Sources.Keys.Where(name => entry.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);

        if (key is null)
        {
            element.Fault("reference", "basis", $"'{entry}' begins with no known source.");
            return null;
        }

        draft.UsedSources.Add(key);
        var place = entry[key.Length..].TrimStart(':', ' ', ',');
        return new Citation(draft.Sources[key], place.Length == 0 ? null : place);
    }
}
