using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using NodaTime;

namespace Complaints.Functions.Docket.TakeStep.Correct;

/// <summary>A correction as its form asks it: what is right in one field of one entry; or only why, where the whole entry did not happen.</summary>
internal static class CorrectFields
{
    /// <summary>What is named in place of a field where the whole entry is wrong.</summary>
    public const string DidNotHappen = "didNotHappen";

    private static readonly string[] Lists = ["grounds", "remedy"];

    /// <summary>What no entry is without.</summary>
    private static readonly string[] Needed = ["at", "forum", "matter", "outcome"];

    /// <summary>Where the fields of every entry are shown, each with the way to its correction.</summary>
    public static string AddressOf(Complaint complaint) => $"/complaints/{complaint.Id}/corrections";

    /// <summary>The form of one field of one entry.</summary>
    public static ShortForm Form(int entry, string field, Words words, Instant now) =>
        new($"corrections/{entry}/{field}", (complaint, _) => Find(complaint, entry, field) is { } wrong ? Parts(complaint, wrong, field, words) : [])
        {
            Title = words.Of(ProceduralStep.Correct),
            What = (complaint, _) => Find(complaint, entry, field) is { } wrong ? What(wrong, field, words) : "",
            Send = words["step.send"],
            Held = (complaint, _) => Find(complaint, entry, field) is { } wrong ? Held(complaint, wrong, field, words) : [],
            Closed = (complaint, _) =>
                complaint.WhyNotOpen(ProceduralStep.Correct, proceeding: null, now) is [var why, ..] ? why
                : Find(complaint, entry, field) is null ? new Refusal("correct.no-such-field", $"Entry {entry} has no '{field}' that can be corrected.", Field: "event")
                : null,
            IsOfVersion = true,
        };

    /// <summary>The request that was typed. A correction is of the moment in which it is made.</summary>
    public static Result<TakeStepRequest> Read(FormBody form, string zone, TakeStepValidator validator, int entry, string field, Instant now)
    {
        var right = field == DidNotHappen ? Result.Allowed<JsonNode?>(null) : Right(form, zone, field);
        var beside = new JsonObject { ["step"] = nameof(ProceduralStep.Correct), ["at"] = RecordJson.Text(now), ["event"] = entry };

        if (field == DidNotHappen)
        {
            beside[DidNotHappen] = true;
        }
        else
        {
            beside["new"] = new JsonObject { [field] = right.IsAllowed(out var value) ? value : null };
        }

        var read = form.Without(name => name.StartsWith(NameOf(field), StringComparison.Ordinal)).Read(validator, zone, beside);
        return right.IsAllowed(out _) ? read : (Refusal[])[.. right.Refusals, .. read.Refusals];
    }

    /// <summary>What is wrong with a correction as a whole, said at the field that was filled in.</summary>
    public static Refusal OnForm(Refusal refusal, string field) => refusal.Field is "new" ? refusal with { Field = NameOf(field) } : refusal;

    /// <summary>The fields of an entry that can be corrected.</summary>
    public static IEnumerable<FormField> Of(Complaint complaint, DocketEvent entry, Words words) =>
        OwnFields.Correctable(entry.What).Select(each => FieldOf(complaint, each, words));

    /// <summary>What a form holds of the entry as it is read now.</summary>
    public static IEnumerable<KeyValuePair<string, string>> HeldOf(Complaint complaint, DocketEvent entry, FormField field)
    {
        var data = EventJson.Data(entry.What);
        return field switch
        {
            { Word: "at" } => LocalMoment.Parted(field.Name, entry.At, ZoneOf(complaint, entry)),
            { Kind: FieldKind.Moment } => data[field.Word]?.Deserialize<Instant>(RecordJson.Options) is { } at ? LocalMoment.Parted(field.Name, at, ZoneOf(complaint, entry)) : [],
            _ => data[field.Word] switch
            {
                JsonArray list => list.Select(each => KeyValuePair.Create(field.Name, $"{each}")),
                { } value => [KeyValuePair.Create(field.Name, $"{value}")],
                null => [],
            },
        };
    }

    /// <summary>On whose clock an entry is told: that of its forum, else of the place of the act.</summary>
    public static DateTimeZone ZoneOf(Complaint complaint, DocketEvent entry)
    {
        var proceeding = (entry.What as StepTaken)?.Details.Opens ?? entry.Proceeding;
        return complaint.Proceedings.FirstOrDefault(each => each.Number == proceeding)?.Zone
            ?? Zones.Find(complaint.Grievance.PlaceZone ?? "")
            ?? complaint.Law.Rulebook.DefaultZone;
    }

    /// <summary>An entry by its number and name.</summary>
    public static string NameOf(this Words words, DocketEvent entry) => $"{entry.Seq}. {words.NameOf(entry.What)}";

    private static DocketEvent? Find(Complaint complaint, int entry, string field) => complaint.Correctable.FirstOrDefault(each =>
        each.Seq == entry && (field == DidNotHappen ? each.What is not Recorded : OwnFields.Correctable(each.What).Contains(field, StringComparer.Ordinal)));

    private static string What(DocketEvent wrong, string field, Words words) => field == DidNotHappen
        ? words["correct.strike", words.NameOf(wrong)]
        : words["correct.what", words.NameOf(wrong)] + (Needed.Contains(field) ? "" : " " + words["correct.unknown"]);

    private static FormPart[] Parts(Complaint complaint, DocketEvent wrong, string field, Words words)
    {
        var reason = ReportedFields.Of("reason", complaint.Law.Rulebook, words) with { IsNeeded = true };

        if (field == DidNotHappen)
        {
            return [new FormPart(null, [reason])];
        }

        var right = FieldOf(complaint, field, words);
        return right.Kind is FieldKind.Moment
            ? [new FormPart(null, [right, ReportedFields.Of(ComplaintForms.Zone, complaint.Law.Rulebook, words) with { IsNeeded = true }, reason])]
            : [new FormPart(null, [right, reason])];
    }

    private static IEnumerable<KeyValuePair<string, string>> Held(Complaint complaint, DocketEvent wrong, string field, Words words) => field == DidNotHappen ? [] :
    [
        KeyValuePair.Create(ComplaintForms.Zone, ZoneOf(complaint, wrong).Id),
        .. HeldOf(complaint, wrong, FieldOf(complaint, field, words)),
    ];

    /// <summary>A field as it is asked anywhere else, but under a name of its own, and so that none can be chosen.</summary>
    private static FormField FieldOf(Complaint complaint, string field, Words words)
    {
        var asked = ReportedFields.Of(field, complaint.Law.Rulebook, words);
        return asked with { Name = NameOf(field), Word = field, IsNeeded = Needed.Contains(field), Kind = asked.Kind is FieldKind.FewChoices ? FieldKind.Choice : asked.Kind };
    }

    private static string NameOf(string field) => $"new.{field}";

    /// <summary>What is right, as the record holds it; null for not known.</summary>
    private static Result<JsonNode?> Right(FormBody form, string zone, string field)
    {
        var name = NameOf(field);
        var moment = form.MomentOf(name);

        if (!moment.IsEmpty)
        {
            var read = moment.In(Zones.Find(zone) ?? DateTimeZone.Utc, name);
            return read.IsAllowed(out var at) ? JsonValue.Create(RecordJson.Text(at!.Value)) : read.Refusals;
        }

        IReadOnlyList<string> typed = form.Typed.TryGetValue(name, out var values) ? values : [];
        return typed.Count == 0 ? (JsonNode?)null
            : Lists.Contains(field) ? new JsonArray([.. typed.Select(each => JsonValue.Create(each))])
            : bool.TryParse(typed[0], out var yes) ? JsonValue.Create(yes)
            : JsonValue.Create(typed[0]);
    }
}
