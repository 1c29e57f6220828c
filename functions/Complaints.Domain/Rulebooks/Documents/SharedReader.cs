using System.Collections.Frozen;
using NodaTime;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads what rulebooks share: sources, calendars and code lists.</summary>
internal static class SharedReader
{
    public static Source Source(Element element)
    {
        element.Only("id", "title", "cite", "places");
        return new Source(element.Text("id"), element.Text("title"), element.Wording("cite"), Places(element.Child("places")));
    }

    /// <summary>Each place by its English wording, as elements give it in their basis.</summary>
    private static FrozenDictionary<string, Text> Places(Element? places) => (places?.Keys ?? [])
        .Select(place => (English: place, Said: places!.Child(place)?.Only("ru", "kk")))
        .ToFrozenDictionary(each => each.English, each => new Text(each.English, each.Said?.TextOrNull("ru"), each.Said?.TextOrNull("kk")), StringComparer.Ordinal);

    public static Calendar Calendar(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "id", "version", "weekend", "workingDespiteWeekend", "covers", "nonWorking"]);
        Naming.Check(element);
        var exception = element.Child("workingDespiteWeekend")?.Only("forumKinds", "daysFromElection");
        var weekend = element.ListOf<IsoDayOfWeek>("weekend");

        if (weekend.Distinct().Count() > 6)
        {
            element.Fault("value", "weekend", "Some day of the week is a working day.");
        }

        if (exception is not null)
        {
            Draft.Listed(exception, "daysFromElection", ["electionDay", "electionDay-1"]);
        }

        return new Calendar
        {
            Id = element.Text("id"),
            Version = $"{element.Text("id")}@{element.Int("version")}",
            Weekend = weekend,
            DaysOff = DaysOff(element),
            Covers = Covers(element),
            WorkingNearElection = exception?.ListOf<ForumKind>("forumKinds") ?? [],
            WorkingDaysFromElection = [.. (exception?.Texts("daysFromElection") ?? []).Select(day => day == "electionDay" ? 0 : -1)],
            Footing = FootingReader.Read(element, draft),
        };
    }

    private static FrozenDictionary<LocalDate, Text> DaysOff(Element element)
    {
        var days = new Dictionary<LocalDate, Text>();

        foreach (var day in element.Items("nonWorking"))
        {
            day.Only("date", "name");
            var name = day.Wording("name");

            if (!day.Has("date"))
            {
                day.Fault("missing", "date", "'date' is missing.");
            }
            else if (day.DateOrNull("date") is { } date && !days.TryAdd(date, name))
            {
                day.Fault("duplicate", "date", "The day is on the list already.");
            }
        }

        return days.ToFrozenDictionary();
    }

    private static DateInterval Covers(Element element)
    {
        var covers = element.Need("covers")?.Only("from", "to");
        var (from, to) = (covers?.DateOrNull("from") ?? LocalDate.MinIsoValue, covers?.DateOrNull("to") ?? LocalDate.MinIsoValue);

        if (covers is not null && (!covers.Has("from") || !covers.Has("to") || to < from))
        {
            covers.Fault("value", string.Empty, "A season runs from one day to a later one.");
        }

        return new DateInterval(LocalDate.Min(from, to), LocalDate.Max(from, to));
    }

    public static Taxonomies Taxonomies(Element root, IReadOnlyDictionary<string, Source> sources)
    {
        var subjects = root.Need("subject");
        CodeList Codes(string key) => new(root.Texts(key));

        return new Taxonomies
        {
            Outcomes = Codes("outcome"),
            Grounds = Codes("ground"),
            Remedies = Codes("remedy"),
            ComplainantTypes = Codes("complainantType"),
            OfficeHolders = Codes("officeHolder"),
            SubjectGroups = new CodeList([.. subjects?.Keys ?? []]),
            Subjects = new CodeList([.. subjects?.Keys.SelectMany(group => subjects.Texts(group).Select(item => $"{group}.{item}")) ?? []]),
            Matters = Codes("matter"),
            ChallengedActors = Codes("challengedActor"),
            ChallengedActKinds = Codes("challengedActKind"),
            FormElements = Codes("formElement"),
            Channels = Codes("channel"),
            KnownVia = Codes("knownVia"),
            Regions = [.. root.Items("region").Select(region => new Region(region.Text("code"), region.Text("zone")))],
            Parliaments = [.. root.Items("parliamentMembers").Select(each => Parliament(each, sources))],
        };
    }

    private static ParliamentMembers Parliament(Element element, IReadOnlyDictionary<string, Source> sources)
    {
        var members = new ParliamentMembers(element.Text("election"), element.Int("total"), FootingReader.Basis(element, sources));

        if (members.Basis.Count == 0)
        {
            element.Fault("basis", "basis", "A number is read somewhere.");
        }

        if (element.Int("oneFifth") != members.OneFifth)
        {
            element.Fault("value", "oneFifth", $"One fifth of {members.Total} members is {members.OneFifth} at least.");
        }

        return members;
    }
}
