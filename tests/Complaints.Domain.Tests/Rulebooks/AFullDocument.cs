using System.Text.Json.Nodes;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>A law that uses whatever the reader takes, also what no shipped law has: caps hours before, windows that shorten, readings of everything.</summary>
internal static class AFullDocument
{
    public static JsonObject Whole()
    {
        var document = ADocument.Whole();
        document["id"] = "XX-2";
        Add(document, "windows", """
            { "id": "short", "anchor": "electionDay", "anchorZone": "forum", "test": "receivedDate", "fromDaysBefore": 6, "toDaysAfter": 1,
              "effect": "one.day", "basis": ["EL-49"], "status": "public" }
            """, """
            { "id": "today", "anchor": "electionDay", "anchorZone": "forum", "test": "receivedDate", "fromDaysBefore": 4, "toDaysAfter": 0,
              "effect": "same.day", "basis": ["EL-49"], "status": "public" }
            """);
        Add(document, "limits", """
            { "id": "one.day", "name": "One day", "kind": "decision", "obligor": "forum", "trigger": "received",
              "length": { "value": 1, "unit": "workingDay" }, "appliesTo": { "viaWindow": ["short"] }, "basis": ["EL-49"], "status": "public" }
            """, """
            { "id": "same.day", "name": "Same day", "kind": "answer", "obligor": "forum", "trigger": "received",
              "length": { "unit": "sameDay" }, "appliesTo": { "viaWindow": ["today"] }, "basis": ["EL-49"], "status": "public" }
            """, """
            { "id": "capped", "name": "Capped", "kind": "decision", "obligor": "forum", "trigger": "received", "pausable": true, "window": "short",
              "length": { "value": 5, "unit": "day" }, "cap": { "at": "electionDay-1", "time": "18:00", "hoursBefore": 5 },
              "appliesTo": { "forum": ["COURT"] }, "basis": ["EL-49"], "status": "public" }
            """, """
            { "id": "today.answer", "name": "Answer", "kind": "answer", "obligor": "forum", "trigger": "received", "pausable": true, "window": "today",
              "length": { "value": 4, "unit": "day" }, "cap": { "at": "electionDay+2", "edge": "endOfDay" },
              "appliesTo": { "forum": ["COURT"] }, "basis": ["EL-49"], "status": "public" }
            """, """
            { "id": "morning", "name": "Until the morning", "kind": "filing", "obligor": "complainant", "trigger": "violationDate",
              "length": { "value": 2, "unit": "dayAtTime" }, "time": "09:00", "appliesTo": { "forum": ["COURT"] }, "basis": ["EL-49"], "status": "public" }
            """);
        Add(document, "ambiguities", Ambiguity(2), Ambiguity(3), Ambiguity(4), Ambiguity(5), Ambiguity(6));
        Add(document, "readings",
            Reading("AMB-1.all", "AMB-1", """["capped", "today.answer"]""", """{ "start": "sameDay" }"""),
            Reading("AMB-1.moved", "AMB-1", """["morning"]""", """{ "startOffsetDays": 1 }"""),
            Reading("AMB-2.roll", "AMB-2", """["file", "decide", "capped", "today.answer"]""", """{ "roll": "nextWorkingDay" }"""),
            Reading("AMB-3.length", "AMB-3", """["decide", "capped", "today.answer", "morning"]""", """{ "length": 3 }"""),
            Reading("AMB-4.published", "AMB-4", """["file", "morning"]""", """{ "startFrom": "publishedAt" }""", "publishedAt"),
            Reading("AMB-4.known", "AMB-4", """["file", "morning"]""", """{ "startFrom": "knownAt" }""", "knownAt"),
            Reading("AMB-4.forum", "AMB-4", """["file", "morning"]""", """{ "startDateZone": "forum" }""", "placeZone"),
            Reading("AMB-5.days", "AMB-5", """["decide", "capped", "today.answer"]""", """{ "windowFromDaysBefore": 3 }"""),
            Reading("AMB-5.hours", "AMB-5", """["decide", "capped", "today.answer"]""", """{ "windowHoursBefore": 60, "windowAnchorTime": "08:00" }"""),
            Reading("AMB-5.none", "AMB-5", """["decide", "capped", "today.answer"]""", """{ "window": "none" }"""),
            Reading("AMB-6.restart", "AMB-6", """["decide", "capped", "today.answer"]""", """{ "afterSuspension": "restart" }""", "suspended"),
            Reading("AMB-6.never", "AMB-6", """["decide", "capped", "today.answer"]""", """{ "afterSuspension": "neverStopped" }""", "suspended"),
            Reading("AMB-3.other", "AMB-3", """["capped"]""", """{ "limit": "today.answer" }"""),
            Reading("AMB-3.endless", "AMB-3", """["file"]""", """{ "neverEnds": true }""", "continuing"));
        return document;
    }

    private static string Ambiguity(int number) => $$"""{ "id": "AMB-{{number}}", "question": "Question {{number}}?", "primaryReading": "no" }""";

    private static string Reading(string id, string ambiguity, string limits, string change, string? needs = null) =>
        $$"""{ "id": "{{id}}", "ambiguity": "{{ambiguity}}", "label": "{{id}}", "limits": {{limits}}, "change": {{change}}{{(needs is null ? "" : $", \"needs\": \"{needs}\"")}} }""";

    private static void Add(JsonObject document, string list, params string[] elements)
    {
        foreach (var element in elements)
        {
            document[list]!.AsArray().Add(JsonNode.Parse(element));
        }
    }
}
