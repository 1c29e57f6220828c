using System.Text.Json.Nodes;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>A correction as a form asks it: which event, which of its fields, and what is right.</summary>
internal static class Correction
{
    private static readonly string[] Correctable =
    [
        "at", "forum", "forumZone", "forumName", "channel", "registrationNumber", "outcome", "grounds", "servedAt", "inForceAt", "remedy", "reasons",
        "rectificationOffered", "decidedBy", "wording", "source", "challengedActor", "challengedActKind", "challengedAct", "subject", "occurredAt",
        "placeZone", "region", "precinct", "complainantType", "remedySought", "knownVia", "publishedAt", "knownAt", "determinedAt", "continuing",
    ];

    private static readonly string[] Lists = ["grounds", "remedy"];

    /// <summary>The events that can be corrected.</summary>
    public static IReadOnlyList<FormOption> Events(Complaint complaint, Words words) =>
    [
        .. complaint.History
            .Where(each => !each.IsTimers && each.What is Recorded or FactNoted or StepTaken { Step: not ProceduralStep.Correct })
            .Select(each => new FormOption(
                each.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture),
                $"{each.Seq}. {words.Find("ProceduralStep", each.What.Kind) ?? words.Of("Happening", each.What.Kind)}")),
    ];

    /// <summary>The fields an event may have.</summary>
    public static IReadOnlyList<FormOption> Fields(Words words) => [.. Correctable.Select(each => new FormOption(each, words.Label(each)))];

    /// <summary>What the request says is new: one field, unknown if nothing is given; null if no field is chosen.</summary>
    public static JsonObject? New(FormBody form) => form.Of(StepFields.Corrected) is { Length: > 0 } field
        ? new JsonObject { ["new"] = new JsonObject { [field] = Value(field, form.Of(StepFields.Right)) } }
        : null;

    private static JsonNode? Value(string field, string typed) => typed.Length == 0 ? null
        : Lists.Contains(field) ? new JsonArray([.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(each => JsonValue.Create(each))])
        : bool.TryParse(typed, out var yes) ? JsonValue.Create(yes)
        : JsonValue.Create(typed);
}
