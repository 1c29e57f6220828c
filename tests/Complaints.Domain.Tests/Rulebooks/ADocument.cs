using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Complaints.Domain.Deadlines.Examples;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>A rulebook document to spoil: small, whole and right until a test changes it.</summary>
internal static class ADocument
{
    public static JsonObject Whole() => (JsonObject)JsonNode.Parse("""
        {
          "schemaVersion": 1, "id": "XX-1", "version": 3, "name": "Test law", "jurisdiction": "XX", "validFrom": null, "validTo": null,
          "status": "public", "basis": ["EL-49"], "defaultZone": "Asia/Almaty", "calendar": "KZ",
          "dayCount": { "start": "nextDay", "unitDays": "calendar", "roll": "none", "end": "endOfDay", "zone": "forum", "basis": [], "status": "assumption", "assumption": "A-1" },
          "forums": [
            { "id": "LOW", "name": "Low commission", "kind": "commission", "instance": "commission", "level": 1, "next": ["HIGH"], "zone": "place", "basis": ["EL-49"], "status": "public" },
            { "id": "HIGH", "name": "High commission", "kind": "commission", "instance": "higherCommission", "level": 2, "next": ["COURT"], "zone": "Asia/Almaty",
              "counts": [ { "total": 7, "asOf": "2021-01-11", "basis": ["EL-49"], "status": "public" } ], "basis": ["EL-49"], "status": "public" },
            { "id": "COURT", "name": "Court", "kind": "court", "instance": "court", "next": [], "zone": "Asia/Almaty", "basis": ["EL-49"], "status": "public" }
          ],
          "jurisdictionRules": [
            { "id": "R1", "when": { "challengedActor": "HIGH" }, "firstInstance": ["COURT"], "wrongForumIf": ["LOW"], "basis": ["EL-49"], "status": "public" }
          ],
          "windows": [
            { "id": "w", "anchor": "electionDay", "anchorZone": "forum", "test": "receivedDate", "fromDaysBefore": 2, "toDaysAfter": 0,
              "effect": "at.once", "basis": ["EL-49"], "status": "public" }
          ],
          "limits": [
            { "id": "file", "name": "File", "kind": "filing", "obligor": "complainant", "trigger": "violationDate",
              "length": { "value": 3, "unit": "workingDay" }, "appliesTo": { "forum": ["LOW", "HIGH"] }, "basis": ["EL-49"], "status": "public" },
            { "id": "decide", "name": "Decide", "kind": "decision", "obligor": "forum", "trigger": "received", "pausable": true, "window": "w",
              "length": { "value": 5, "unit": "workingDay" }, "appliesTo": { "forum": ["LOW", "HIGH"] }, "basis": [], "status": "assumption", "assumption": "A-1" },
            { "id": "hours", "name": "Hours", "kind": "answer", "obligor": "forum", "trigger": "received",
              "length": { "value": 48, "unit": "hour" }, "appliesTo": {}, "basis": ["EL-49"], "status": "public" },
            { "id": "at.once", "name": "At once", "kind": "decision", "obligor": "forum", "trigger": "received",
              "length": { "unit": "immediate" }, "appliesTo": { "viaWindow": ["w"] }, "basis": ["EL-49"], "status": "public" },
            { "id": "low", "name": "Low", "kind": "decision", "obligor": "forum", "trigger": "decisionServed",
              "length": { "value": 1, "unit": "day" }, "appliesTo": { "forum": "LOW" }, "basis": ["EL-49"], "status": "public" }
          ],
          "standing": [
            { "id": "who", "appliesTo": { "forum": ["COURT"] }, "who": "listed", "complainantType": ["voter"], "says": "Voters may.", "basis": ["EL-49"], "status": "public" }
          ],
          "form": [
            { "id": "form", "appliesTo": { "matter": "complaint" }, "required": ["signature"], "says": "Sign it.", "basis": ["EL-49"], "status": "public" }
          ],
          "assumptions": [ { "id": "A-1", "text": "Something is taken as given.", "ambiguity": "AMB-1" } ],
          "ambiguities": [ { "id": "AMB-1", "question": "Which day is day one?", "primaryReading": "the next" } ],
          "readings": [
            { "id": "AMB-1.same", "ambiguity": "AMB-1", "label": "day one is the day itself", "limits": ["file", "decide"], "change": { "start": "sameDay" } }
          ],
          "examples": [
            { "id": "X1", "title": "Stopped over the weekend",
              "ask": { "rulebook": "XX-1", "limit": "decide", "forum": "HIGH", "forumZone": "Asia/Almaty", "countedFrom": "2020-12-14T10:00:00+06:00",
                "electionDay": "2021-03-01", "suspended": { "from": "2020-12-19T10:00:00+06:00", "until": "2020-12-26T10:00:00+06:00" } },
              "expected": { "limit": "decide", "mode": "fixed", "lastDay": "2020-12-30", "dueExclusiveUtc": "2020-12-30T18:00:00Z", "benchmark": null },
              "alternatives": [ { "ambiguities": ["AMB-1"], "lastMomentLocal": "2020-12-29T23:59:59+06:00" } ],
              "checks": [ { "label": "in between", "instantUtc": "2020-12-29T18:00:00Z", "overall": "Contested", "primary": "Timely", "secondsAfterPrimaryDue": -86400 } ] }
          ]
        }
        """)!;

    /// <summary>The rulebook as it would be published: read, and its worked examples counted.</summary>
    public static Result<Rulebook> Read(JsonObject document)
    {
        var read = RulebookReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
        return read.IsAllowed(out var rulebook) ? WorkedExamples.Prove(rulebook) : read;
    }

    /// <summary>The document with one place changed: "forums[0].next" = JSON, or removed where the JSON is empty.</summary>
    public static JsonObject With(string place, string json)
    {
        var document = Whole();
        var steps = place.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode at = document;

        foreach (var step in steps[..^1])
        {
            at = step[0] == '[' ? at[int.Parse(step[1..^1], CultureInfo.InvariantCulture)]! : at[step]!;
        }

        var last = steps[^1];

        if (last == "[]")
        {
            at.AsArray().Add(JsonNode.Parse(json));
        }
        else if (json.Length == 0)
        {
            at.AsObject().Remove(last);
        }
        else
        {
            at[last] = JsonNode.Parse(json);
        }

        return document;
    }
}
