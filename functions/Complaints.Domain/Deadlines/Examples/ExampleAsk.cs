using Complaints.Domain.Rulebooks;
using Complaints.Domain.Rulebooks.Documents;
using NodaTime;

namespace Complaints.Domain.Deadlines.Examples;

/// <summary>Reads what a worked example asks: the facts, named as at the door that counts deadlines.</summary>
internal static class ExampleAsk
{
    /// <summary>The facts; null, with faults noted, where nothing can be counted from them.</summary>
    public static LimitFacts? Read(Element element, Rulebook rulebook)
    {
        element.Only(
            "rulebook", "limit", "kind", "trigger", "forum", "forumZone", "placeZone", "countedFrom", "electionDay", "challengedActor", "challengedActKind",
            "subject", "phase", "reason", "publishedAt", "knownAt", "servedAt", "determinedAt", "continuing", "suspended");

        if (element.TextOrNull("rulebook") is { } named && named != rulebook.Id && named != rulebook.Version)
        {
            element.Fault("value", "rulebook", $"An example of {rulebook.Version} asks {rulebook.Version}, not {named}.");
        }

        var forum = element.Text("forum");
        var (forumZone, placeZone) = (ZoneOf(element, "forumZone"), ZoneOf(element, "placeZone"));
        var suspended = element.Child("suspended")?.Only("from", "until");

        if (!element.Has("countedFrom"))
        {
            element.Fault("missing", "countedFrom", "'countedFrom' is missing.");
        }

        return element.MomentOrNull("countedFrom") is not { } from ? null : new LimitFacts
        {
            LimitId = element.TextOrNull("limit"),
            Kind = element.CodeOrNull<LimitKind>("kind") ?? LimitKind.Decision,
            Trigger = element.TextOrNull("trigger"),
            Forum = forum,
            ForumZone = forumZone ?? rulebook.FindForum(forum)?.Zone.Fixed ?? rulebook.DefaultZone,
            PlaceZone = placeZone,
            CountedFrom = from,
            ElectionDay = element.DateOrNull("electionDay"),
            ChallengedActor = element.TextOrNull("challengedActor"),
            ChallengedActKind = element.TextOrNull("challengedActKind"),
            Subject = element.TextOrNull("subject"),
            Phase = element.TextOrNull("phase"),
            Reason = element.TextOrNull("reason"),
            PublishedAt = element.MomentOrNull("publishedAt"),
            KnownAt = element.MomentOrNull("knownAt"),
            ServedAt = element.MomentOrNull("servedAt"),
            DeterminedAt = element.MomentOrNull("determinedAt"),
            Continuing = element.BoolOrNull("continuing") ?? false,
            Suspended = suspended?.MomentOrNull("from") is { } stayed ? new Suspension(stayed, suspended.MomentOrNull("until")) : null,
        };
    }

    private static DateTimeZone? ZoneOf(Element element, string key)
    {
        var id = element.TextOrNull(key);
        var zone = id is null ? null : Zones.Find(id);

        if (id is not null && zone is null)
        {
            element.Fault("value", key, $"The tz database knows no zone {id}.");
        }

        return zone;
    }
}
