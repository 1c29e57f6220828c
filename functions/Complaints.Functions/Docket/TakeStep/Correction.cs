using System.Text.Json.Nodes;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>A correction as a form asks it: which event, which of its fields, and what is right.</summary>
internal static class Correction
{
    /// <summary>What is chosen as wrong when the whole entry is: it did not happen.</summary>
    private const string DidNotHappen = "didNotHappen";

    private static readonly string[] Lists = ["grounds", "remedy"];

    /// <summary>The events that can be corrected: those that still stand.</summary>
    public static IReadOnlyList<FormOption> Events(Complaint complaint, Words words) =>
    [
        .. complaint.Correctable.Select(each => new FormOption(
            each.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture),
            $"{each.Seq}. {words.NameOf(each.What)}")),
    ];

    /// <summary>The fields these events have, and that one of them did not happen.</summary>
    public static IReadOnlyList<FormOption> Fields(Complaint complaint, Words words) =>
    [
        .. complaint.Correctable.SelectMany(each => OwnFields.Correctable(each.What)).Append(DidNotHappen).Distinct()
            .Select(each => new FormOption(each, words.Label(each))),
    ];

    /// <summary>What the request says is new: one field, unknown if nothing is given; or that it did not happen. Null if nothing is chosen.</summary>
    public static JsonObject? New(FormBody form) => (form.Of(StepFields.Corrected), form.Of(StepFields.Right)) switch
    {
        ("", _) => null,
        (DidNotHappen, "") => new JsonObject { [DidNotHappen] = true },
        (DidNotHappen, var typed) => new JsonObject { [DidNotHappen] = true, ["new"] = typed },
        var (field, typed) => new JsonObject { ["new"] = new JsonObject { [field] = Value(field, typed) } },
    };

    /// <summary>A refusal of the correction, at the field of the form that it is about.</summary>
    public static Refusal OnForm(Refusal refusal) => refusal switch
    {
        { Code: "correct.no-such-field" or "correct.field-is-derived" or "correct.nothing-new" } => refusal with { Field = StepFields.Corrected },
        { Field: { } field } when field == "new" || field.StartsWith("new.", StringComparison.Ordinal) => refusal with { Field = StepFields.Right },
        _ => refusal,
    };

    private static JsonNode? Value(string field, string typed) => typed.Length == 0 ? null
        : Lists.Contains(field) ? new JsonArray([.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(each => JsonValue.Create(each))])
        : bool.TryParse(typed, out var yes) ? JsonValue.Create(yes)
        : JsonValue.Create(typed);
}
