using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks.Documents;
using NodaTime;

namespace Complaints.Domain.Rulebooks;

/// <summary>Reads a rulebook document, whole or as a delta of another, and names every fault at once, each with its JSON path as field.</summary>
/// <remarks>The document of the rulebook it gives is whole: read again, it gives the same rulebook, whatever became of its base.</remarks>
public static class RulebookReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly string[] Keys =
    [
        .. FootingReader.Keys, "schemaVersion", "id", "version", "basedOn", "name", "jurisdiction", "validFrom", "validTo", "defaultZone", "calendar",
        "dayCount", "windows", "forums", "jurisdictionRules", "limits", "standing", "form", "parallel", "rectification", "forwarding", "restoration", "policies",
        "assumptions", "ambiguities", "readings", "sources", "notes", "examples",
    ];

    /// <summary>The rulebook in this UTF-8 document, with what the shipped library holds.</summary>
    public static Result<Rulebook> Read(ReadOnlySpan<byte> utf8) => Read(utf8, ShippedLaw.Library);

    /// <summary>The rulebook in this UTF-8 document; sources, calendars, codes and base documents come from the library.</summary>
    public static Result<Rulebook> Read(ReadOnlySpan<byte> utf8, Library library)
    {
        var faults = new Faults();

        try
        {
            if (!WholeText.Is(utf8, Strict.MaxDepth))
            {
                return new Refusal("rulebook.syntax", "The document holds half of a character.", Field: "$");
            }

            if (JsonNode.Parse(utf8, documentOptions: Strict) is not JsonObject document)
            {
                return new Refusal("rulebook.syntax", "A rulebook is a JSON object.", Field: "$");
            }

            if (Delta.Resolve(document, library, faults) is not { } whole)
            {
                return faults.ToList();
            }

            CalendarDelta.Resolve(whole, library, faults);
            var canonical = Canonical.Write(whole);
            using var json = JsonDocument.Parse(canonical);
            var rulebook = Read(new Element(json.RootElement, "$", faults), new Draft(library, faults), canonical);
            return faults.Any ? faults.ToList() : rulebook;
        }
        catch (JsonException fault)
        {
            return new Refusal("rulebook.syntax", fault.Message, Field: fault.Path ?? "$");
        }
    }

    private static Rulebook Read(Element root, Draft draft, string canonical)
    {
        root.Only(Keys);
        Naming.Check(root);

        if (root.Int("schemaVersion") is not 1 and var schema)
        {
            root.Fault("value", "schemaVersion", $"Schema 1 is read here, not {schema}.");
        }

        foreach (var source in root.Items("sources"))
        {
            draft.Sources[source.Text("id")] = SharedReader.Source(source);
        }

        foreach (var ambiguity in root.Items("ambiguities"))
        {
            ambiguity.Only("id", "question", "primaryReading");
            var read = new Ambiguity(ambiguity.Text("id"), ambiguity.Wording("question"), ambiguity.Wording("primaryReading"));
            draft.Places[read.Id] = ambiguity.Path;
            Draft.Keep(draft.Ambiguities, read.Id, read, ambiguity);
        }

        foreach (var assumption in root.Items("assumptions"))
        {
            assumption.Only("id", "text", "ambiguity");
            draft.Named.UnionWith(assumption.Texts("ambiguity"));
            Draft.Refer(assumption, "ambiguity", draft.Ambiguities);
            var read = new Assumption(assumption.Text("id"), assumption.Wording("text"), assumption.TextOrNull("ambiguity"));
            draft.Places[read.Id] = assumption.Path;
            Draft.Keep(draft.Assumptions, read.Id, read, assumption);
        }

        var calendar = CalendarOf(root, draft);
        var forumElements = root.Items("forums");
        var forums = forumElements.Select(forum => ForumReader.Read(forum, draft)).ToArray();
        var rules = root.Items("jurisdictionRules").Select(rule => ForumReader.ReadRule(rule, draft)).ToArray();
        LimitReader.ReadAll(root, draft);
        var readings = root.Items("readings").Select(reading => ReadingReader.Read(reading, draft)).ToArray();
        var dayCount = DayCountOf(root, draft);
        var standing = root.Items("standing").Select(rule => FilingRuleReader.Standing(rule, draft)).ToArray();
        var form = root.Items("form").Select(rule => FilingRuleReader.Form(rule, draft)).ToArray();
        _ = root.Items("examples"); // they are run by whoever counts deadlines
        var names = rules.CountBy(rule => rule.Id)
            .Concat(readings.CountBy(reading => reading.Id))
            .Concat(standing.CountBy(rule => rule.Id))
            .Concat(form.CountBy(rule => rule.Id));

        foreach (var twice in names.Where(pair => pair.Value > 1))
        {
            root.Fault("duplicate", string.Empty, $"There are two of the name {twice.Key}.");
        }

        WholeChecks.Routes(forumElements, rules, draft);
        WholeChecks.Ties(draft);
        WholeChecks.Ties(standing, draft);
        WholeChecks.Calendars(root, readings, dayCount, calendar, draft);
        var footing = FootingReader.ReadOptional(root, draft);
        var parallel = PolicyReader.Parallel(root, draft);
        var rectification = PolicyReader.Rectification(root, draft);
        var forwarding = PolicyReader.Forwarding(root, draft);
        var restoration = PolicyReader.Restoration(root, draft);
        var policies = root.Items("policies").Select(policy => PolicyReader.Policy(policy, draft)).ToArray();
        WholeChecks.Unused(draft);
        ReachChecks.NeverMet(draft);
        var versions = new Versions($"{root.Text("id")}@{root.Int("version")}", calendar?.Version ?? "none", Zones.Version);

        return new Rulebook(
            root.Text("id"), [.. forums.DistinctBy(forum => forum.Id)], [.. draft.Limits.Values], readings, versions)
        {
            Hash = Canonical.HashOf(canonical),
            Document = canonical,
            Name = root.Wording("name"),
            Jurisdiction = root.Text("jurisdiction"),
            ValidFrom = root.DateOrNull("validFrom"),
            ValidTo = root.DateOrNull("validTo"),
            DefaultZone = ZoneOf(root),
            DayCount = dayCount,
            Calendar = calendar,
            JurisdictionRules = rules,
            Windows = [.. draft.Windows.Values],
            Assumptions = [.. draft.Assumptions.Values],
            Ambiguities = [.. draft.Ambiguities.Values],
            Standing = standing,
            Form = form,
            Parallel = parallel,
            Rectification = rectification,
            Forwarding = forwarding,
            Restoration = restoration,
            Policies = policies,
            Footing = footing,
            Notes = [.. root.Items("notes").Select(note => note.Wording("text"))],
            Sources = [.. draft.UsedSources.Order(StringComparer.Ordinal).Select(key => draft.Sources[key])],
        };
    }

    /// <summary>The shipped calendar of this name, or the one the document carries; null where it has none.</summary>
    private static Calendar? CalendarOf(Element root, Draft draft)
    {
        if (!root.IsText("calendar"))
        {
            return root.Child("calendar") is { } own ? SharedReader.Calendar(own, draft) : null;
        }

        if (draft.Library.Calendars.GetValueOrDefault(root.Text("calendar")) is { } shipped)
        {
            return shipped;
        }

        root.Fault("reference", "calendar", "There is no such calendar.");
        return null;
    }

    private static DayCount DayCountOf(Element root, Draft draft)
    {
        if (root.Need("dayCount")?.Only([.. FootingReader.Keys, "start", "unitDays", "roll", "end", "zone"]) is not { } element)
        {
            return new DayCount(DayOne.NextDay, Roll.None, Footing.Unknown);
        }

        Draft.Listed(element, "unitDays", ["calendar"]);
        Draft.Listed(element, "end", ["endOfDay"]);
        Draft.Listed(element, "zone", ["forum"]);
        var footing = FootingReader.Read(element, draft);

        if (footing.Status == LegalStatus.Unknown && element.Has("status"))
        {
            element.Fault("value", "status", "Days are counted either way: where no text says how, it is an assumption.");
        }

        return new DayCount(element.Code<DayOne>("start"), element.Code<Roll>("roll"), footing);
    }

    private static DateTimeZone ZoneOf(Element root)
    {
        var id = root.Text("defaultZone");

        if (Zones.Find(id) is { } zone)
        {
            return zone;
        }

        root.Fault("value", "defaultZone", $"The tz database knows no zone {id}.");
        return DateTimeZone.Utc;
    }
}
