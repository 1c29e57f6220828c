using NodaTime;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads forums, and the rules that say which of them hears an act first.</summary>
internal static class ForumReader
{
    public static Forum Read(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "id", "name", "kind", "instance", "level", "next", "zone", "standing", "counts", "alsoHears"]);
        Draft.Listed(element, "standing", draft.Library.Taxonomies.OfficeHolders);
        Draft.Listed(element, "alsoHears", ["anyBreach"]);
        var kind = element.Code<ForumKind>("kind");

        if (kind != ForumKind.Commission && element.Has("level"))
        {
            element.Fault("value", "level", "Only commissions have tiers.");
        }

        if (kind == ForumKind.Commission && !element.Has("level"))
        {
            element.Fault("missing", "level", "A commission has a tier.");
        }

        if (!element.IsNull("instance") && !element.Has("instance"))
        {
            element.Fault("missing", "instance", "'instance' is missing; null says that there are no proceedings before this body.");
        }

        var forum = new Forum
        {
            Id = element.Text("id"),
            Name = element.Wording("name"),
            Kind = kind,
            Instance = element.CodeOrNull<Instance>("instance"),
            Level = element.IntOrNull("level"),
            Next = Next(element),
            Zone = Zone(element),
            Standing = element.Texts("standing"),
            Counts = [.. element.Items("counts").Select(count => Count(count, draft))],
            HearsAnyBreach = element.Has("alsoHears"),
            Footing = FootingReader.Read(element, draft),
        };
        Draft.Keep(draft.Forums, forum.Id, forum, element);
        return forum;
    }

    public static JurisdictionRule ReadRule(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "id", "when", "firstInstance", "wrongForumIf", "mode"]);
        var when = element.Need("when")?.Only("challengedActor", "challengedActKind", "subject");

        if (when is not null)
        {
            Draft.Listed(when, "challengedActor", draft.Actors);
            Draft.Listed(when, "challengedActKind", draft.Library.Taxonomies.ChallengedActKinds);
            Draft.Listed(when, "subject", draft.Library.Taxonomies.Subjects);
        }

        Draft.Refer(element, "firstInstance", draft.Forums);
        Draft.Refer(element, "wrongForumIf", draft.Forums);
        Draft.Listed(element, "mode", ["unclear"]);

        if (element.Texts("firstInstance").Count == 0)
        {
            element.Fault("missing", "firstInstance", "A rule of jurisdiction names at least one forum.");
        }

        return new JurisdictionRule
        {
            Id = element.Text("id"),
            ChallengedActor = when?.Texts("challengedActor") ?? [],
            ChallengedActKind = when?.Texts("challengedActKind") ?? [],
            Subject = when?.Texts("subject") ?? [],
            FirstInstance = element.Texts("firstInstance"),
            WrongForums = element.Texts("wrongForumIf"),
            IsUnclear = element.TextOrNull("mode") == "unclear",
            Footing = FootingReader.Read(element, draft),
        };
    }

    private static ForumCount Count(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "total", "abroad", "asOf"]);

        if (!element.Has("asOf"))
        {
            element.Fault("missing", "asOf", "Numbers move: the day of the count is needed.");
        }

        element.IntOrNull("total", 0, int.MaxValue);
        return new ForumCount(
            element.Int("total"), element.IntOrNull("abroad", 0, int.MaxValue), element.DateOrNull("asOf") ?? LocalDate.MinIsoValue, FootingReader.Read(element, draft));
    }

    private static IReadOnlyList<string>? Next(Element element)
    {
        if (element.Has("next"))
        {
            return element.Texts("next");
        }

        if (!element.IsNull("next"))
        {
            element.Fault("missing", "next", "'next' is missing; null says that it is unknown.");
        }

        return null;
    }

    private static ZoneRule Zone(Element element)
    {
        var id = element.Text("zone");
        var zone = id is "place" or "" ? null : Zones.Find(id);

        if (zone is null && id is not ("place" or ""))
        {
            element.Fault("value", "zone", $"The tz database knows no zone {id}.");
        }

        return new ZoneRule(zone);
    }
}
