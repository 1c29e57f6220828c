using System.Text.Json.Nodes;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using static Complaints.Domain.Tests.Rulebooks.RulebookSchema;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>The elements of a rulebook, each as a definition of the published schema.</summary>
internal static class RulebookSchemaParts
{
    private static readonly Taxonomies Lists = Taxonomies.Shipped;

    public static IEnumerable<(string Name, JsonObject Schema)> All((string, JsonObject)[] footing) =>
        [.. Law(footing), .. Calendars(footing), .. Limits(footing), .. Filing(footing), .. Rest(footing), .. Examples()];

    private static IEnumerable<(string Name, JsonObject Schema)> Law((string, JsonObject)[] footing)
    {
        yield return ("wording", new JsonObject { ["anyOf"] = new JsonArray(Text("Plain English."), Ref("languages")) });
        yield return ("languages", Closed("A wording in the languages it exists in.", ["en"], [("en", Text()), ("ru", Text()), ("kk", Text())]));
        yield return ("source", Closed("A text the law was read in.", ["id", "title", "cite"],
            [
                ("id", Text()), ("title", Text()), ("cite", Ref("wording")),
                ("places", new JsonObject
                {
                    ["type"] = "object", ["description"] = "Places in it in other languages, each by its wording in a basis.", ["additionalProperties"] = Ref("place"),
                }),
            ]));
        yield return ("place", Closed("A place in a text, in the languages it exists in beside English.", [], [("ru", Text()), ("kk", Text())]));
        yield return ("note", new JsonObject
        {
            ["type"] = "object", ["description"] = "What a reader should know.", ["required"] = new JsonArray("text"),
            ["properties"] = new JsonObject { ["text"] = Ref("wording") },
        });
        yield return ("assumption", Closed("Something taken as given. It has no basis of its own: what rests on it names it.", ["id", "text"], [("id", Text()), ("text", Ref("wording")), ("ambiguity", Text())]));
        yield return ("ambiguity", Closed(
            "A question the law leaves open. It has no basis of its own: readings and elements that name it have.", ["id", "question", "primaryReading"],
            [("id", Text()), ("question", Ref("wording")), ("primaryReading", Ref("wording"))]));
        yield return ("dayCount", Closed(
            "How days are counted when no reading says otherwise.", ["start", "roll", "status"],
            [.. footing, ("start", Codes<DayOne>()), ("unitDays", Codes("calendar")), ("roll", Codes<Roll>()), ("end", Codes("endOfDay")), ("zone", Codes("forum"))]));
        yield return ("forum", Closed(
            "A body that hears complaints, or that those which do may ask.", ["id", "name", "kind", "instance", "next", "zone", "status"],
            [
                .. footing, ("id", Text()), ("name", Ref("wording")), ("kind", Codes<ForumKind>()), ("instance", OrNull(Codes<Instance>())),
                ("level", Number(0, 99)), ("next", OrNull(OneOrMany(Text("A forum; no forum means the last word, null that it is unknown.")))),
                ("zone", Text("place, or a zone of the tz database.")), ("standing", OneOrMany(Codes(Lists.OfficeHolders))), ("counts", List("count")), ("alsoHears", Codes("anyBreach")),
            ]));
        yield return ("count", Closed(
            "How many of these bodies there are, by one source.", ["total", "asOf", "status"],
            [.. footing, ("total", Number(0, int.MaxValue)), ("abroad", Number(0, int.MaxValue)), ("asOf", Date())]));
        yield return ("jurisdictionRule", Closed(
            "Which forums hear an act first.", ["id", "when", "firstInstance", "status"],
            [.. footing, ("id", Text()), ("when", Ref("act")), ("firstInstance", OneOrMany(Text())), ("wrongForumIf", OneOrMany(Text())), ("mode", Codes("unclear"))]));
        yield return ("act", Closed(
            "The acts a rule is about.", [],
            [("challengedActor", OneOrMany(Text())), ("challengedActKind", OneOrMany(Codes(Lists.ChallengedActKinds))), ("subject", OneOrMany(Codes(Lists.Subjects)))]));
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Calendars((string, JsonObject)[] footing)
    {
        (string, JsonObject)[] all =
        [
            .. footing, ("id", Name()), ("version", Number(1, 9999)), ("weekend", OneOrMany(Codes("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))),
            ("workingDespiteWeekend", Ref("workingNearElection")), ("covers", Ref("season")), ("nonWorking", List("dayOff")),
        ];
        yield return ("calendar", Closed("The working days, with every day off of a season.", ["id", "version", "covers", "status"], all));
        yield return ("calendarDelta", Closed(
            "How a calendar differs from another.", ["basedOn", "version"],
            [.. all, ("basedOn", Text("Another calendar, as id@version.")), ("addNonWorking", List("dayOff")), ("removeNonWorking", new JsonObject { ["type"] = "array", ["items"] = Date() })]));
        yield return ("season", Closed("The days whose days off are listed.", ["from", "to"], [("from", Date()), ("to", Date())]));
        yield return ("dayOff", Closed("A day off and why.", ["date", "name"], [("date", Date()), ("name", Ref("wording"))]));
        yield return ("workingNearElection", Closed(
            "Bodies that work near election day even on a weekend.", [],
            [("forumKinds", OneOrMany(Codes<ForumKind>())), ("daysFromElection", OneOrMany(Codes("electionDay", "electionDay-1")))]));
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Limits((string, JsonObject)[] footing)
    {
        yield return ("window", Closed(
            "The days around election day in which another limit takes over.", ["id", "fromDaysBefore", "toDaysAfter", "effect", "status"],
            [
                .. footing, ("id", Text()), ("anchor", Codes("electionDay")), ("anchorZone", Codes("forum")), ("test", Codes("receivedDate")),
                ("fromDaysBefore", Number(0, 366)), ("toDaysAfter", Number(0, 366)), ("effect", Text()),
            ]));
        yield return ("limit", Closed(
            "A time limit: how much, from when, for whom.", ["id", "name", "kind", "obligor", "trigger", "length", "appliesTo", "status"],
            [
                .. footing, ("id", Text()), ("name", Ref("wording")), ("kind", Codes<LimitKind>()),
                ("obligor", Codes("complainant", "petitioner", "forum", "court", "police", "stateBody")),
                ("trigger", Codes(Triggers.All.Order(StringComparer.Ordinal))), ("length", Ref("length")), ("time", Clock()), ("until", Ref("anchor")),
                ("appliesTo", Ref("selector")), ("priority", Number(int.MinValue, int.MaxValue)), ("cap", Ref("anchor")), ("window", Text()), ("pausable", Flag()),
                ("onExpiry", Codes("inaction")), ("benchmark", List("benchmark")),
            ]));
        yield return ("length", Closed("How long.", ["unit"], [("value", Number(1, 3660)), ("unit", Codes<Unit>())]));
        yield return ("anchor", Closed(
            "A moment given by election day.", ["at"],
            [("at", Text("electionDay, or so many days from it, as electionDay-1.")), ("time", Clock()), ("edge", Codes("endOfDay")), ("hoursBefore", Number(0, 8784)), ("event", Codes("pollsClose"))]));
        yield return ("selector", Closed(
            "The cases a limit applies to.", [],
            [
                ("forum", OneOrMany(Text())), ("matter", OneOrMany(Codes<Matter>())), ("target", OneOrMany(Codes<Target>())), ("challengedActor", OneOrMany(Text())),
                ("subject", OneOrMany(Codes(Lists.Subjects))), ("phase", OneOrMany(Codes("electionDay", "count", "results"))), ("reason", OneOrMany(Codes("wrong_forum"))),
                ("receivedOn", Codes("electionDay")), ("viaWindow", OneOrMany(Text())),
            ]));
        yield return ("benchmark", Closed(
            "A moment to compare with where the law says at once; no law itself.", ["id", "label", "at"],
            [("id", Text()), ("label", Ref("wording")), ("at", new JsonObject { ["anyOf"] = new JsonArray(Codes("endOfDayOfReceipt"), Ref("clockTime")) }), ("when", Ref("receipt"))]));
        yield return ("clockTime", Closed("A clock time of election day.", ["day"], [("day", Codes("electionDay")), ("time", Clock())]));
        yield return ("receipt", Closed("For what is received on election day before a clock time.", [], [("receivedOn", Codes("electionDay")), ("before", Clock())]));
        yield return ("reading", Closed(
            "One answer to one ambiguity, for the limits it touches. Without basis and status it rests on the ambiguity alone.", ["id", "ambiguity", "limits", "change", "label"],
            [.. footing, ("id", Text()), ("limits", OneOrMany(Text())), ("needs", Codes(Enum.GetNames<Needs>().Skip(1).Select(Small))), ("change", Ref("change")), ("label", Ref("wording"))]));
        yield return ("change", Closed(
            "What a reading counts differently.", [],
            [
                ("startFrom", Codes("publishedAt", "knownAt", "servedAt", "determinedAt")), ("start", Codes<DayOne>()), ("startOffsetDays", Number(-366, 366)),
                ("startDateZone", Codes("forum")), ("length", Number(1, 3660)), ("roll", Codes<Roll>()), ("windowFromDaysBefore", Number(0, 366)),
                ("windowHoursBefore", Number(0, 8784)), ("windowAnchorTime", Clock()), ("window", Codes("none")), ("afterSuspension", Codes<AfterSuspension>()),
                ("neverStarts", Flag()), ("neverEnds", Flag()), ("limit", Text()),
            ]));
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Filing((string, JsonObject)[] footing)
    {
        yield return ("scope", Closed(
            "The filings a rule of standing or form is about.", [],
            [
                ("forum", OneOrMany(Text())), ("matter", OneOrMany(Codes(Lists.Matters))), ("complainantType", OneOrMany(Codes(Lists.ComplainantTypes))),
                ("challengedActor", OneOrMany(Text())), ("challengedActKind", OneOrMany(Codes(Lists.ChallengedActKinds))), ("subject", OneOrMany(Codes(Lists.Subjects))),
            ]));
        yield return ("standing", Closed(
            "Who may bring which filings.", ["id", "appliesTo", "who", "says", "status"],
            [
                .. footing, ("id", Text()), ("appliesTo", Ref("scope")), ("who", Codes<WhoMayFile>()), ("complainantType", OneOrMany(Codes(Lists.ComplainantTypes))),
                ("parliament", OrNull(Codes(Lists.Parliaments.Select(each => each.Election)))), ("says", Ref("wording")),
            ]));
        yield return ("form", Closed(
            "What which filings should contain.", ["id", "appliesTo", "says", "status"],
            [
                .. footing, ("id", Text()), ("appliesTo", Ref("scope")), ("required", OneOrMany(Codes(Lists.FormElements))),
                ("recommended", OneOrMany(Codes(Lists.FormElements))), ("says", Ref("wording")),
            ]));
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Rest((string, JsonObject)[] footing)
    {
        yield return ("parallel", Closed(
            "What happens when a court has a commission's matter as well.", ["onBoth", "status"],
            [.. footing, ("onBoth", Codes<ParallelEffect>()), ("until", Codes("courtDecisionInForce")), ("courtNotifiesCommission", Flag()), ("remaining", Codes("unusedDays"))]));
        yield return ("rectification", Closed("Whether formal defects may be cured; null is unknown.", ["status"], [.. footing, ("allowed", OrNull(Flag()))]));
        yield return ("forwarding", Closed("Whether misdirected filings are passed on; null is unknown.", ["status"], [.. footing, ("duty", OrNull(Flag()))]));
        yield return ("restoration", Closed(
            "Whether missed limits may be restored; null is unknown.", ["status"], [.. footing, ("allowed", OrNull(Flag())), ("except", Ref("wording"))]));
        yield return ("policy", Closed(
            "A further rule: shown and cited, no date is counted from it.", ["topic", "rules", "status"],
            [
                .. footing, ("topic", Codes("receipt", "inactionDate", "lateEffect", "suspensiveEffect", "classification")),
                ("rules", new JsonObject { ["type"] = "object", ["additionalProperties"] = Text() }),
            ]));
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Examples()
    {
        yield return ("example", Closed(
            "A deadline worked out by hand: the program has to agree with what it says.", ["id", "ask", "expected"],
            [
                ("id", Text()), ("group", Text()), ("title", Text()), ("provenance", Text()), ("ask", Ref("ask")), ("expected", Ref("answer")),
                ("alternatives", List("alternative")), ("checks", List("verdict")),
            ]));
        yield return ("ask", Closed(
            "The facts, as they are sent to POST /api/deadlines.", ["forum", "countedFrom"],
            [
                ("rulebook", Text()), ("limit", Text()), ("kind", Codes<LimitKind>()), ("trigger", Codes(Triggers.All.Order(StringComparer.Ordinal))), ("forum", Text()),
                ("forumZone", Text()), ("placeZone", Text()), ("countedFrom", Text()), ("electionDay", OrNull(Date())), ("challengedActor", Text()),
                ("challengedActKind", Codes(Lists.ChallengedActKinds)), ("subject", Codes(Lists.Subjects)), ("phase", Codes(Selector.Phases)), ("reason", Codes(Selector.Reasons)),
                ("publishedAt", Text()), ("knownAt", Text()), ("servedAt", Text()), ("determinedAt", Text()), ("continuing", Flag()), ("suspended", Ref("stay")),
            ]));
        yield return ("stay", Closed("A stay of the proceeding.", ["from"], [("from", Text()), ("until", OrNull(Text()))]));
        yield return ("answer", Closed(
            "The primary reading. Only what is written is compared; null says that there is none.", [],
            [
                ("limit", Text()), ("mode", Codes<Mode>()), ("lastDay", OrNull(Date())), ("dueExclusiveUtc", OrNull(Text())), ("lastMomentLocal", OrNull(Text())),
                ("benchmark", OrNull(Text())), ("benchmarkExclusiveUtc", OrNull(Text())), ("benchmarkLastMomentLocal", OrNull(Text())), ("earliestUtc", OrNull(Text())),
                ("latestUtc", OrNull(Text())),
            ]));
        yield return ("alternative", Closed(
            "Another reading that must be among those counted.", ["ambiguities"],
            [("ambiguities", OneOrMany(Text())), ("reading", Text()), ("mode", Codes<Mode>()), ("dueExclusiveUtc", OrNull(Text())), ("lastMomentLocal", OrNull(Text()))]));
        yield return ("verdict", Closed(
            "What is said of a step taken at an instant.", ["instantUtc"],
            [
                ("label", Text()), ("instantUtc", Text()), ("overall", OrNull(Verdict())), ("primary", OrNull(Verdict())), ("secondsAfterPrimaryDue", Number(int.MinValue, int.MaxValue)),
            ]));
    }

    private static JsonObject Verdict() => Codes(Enum.GetNames<Timeliness>());

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
