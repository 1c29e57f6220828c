using System.Text.Json.Nodes;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Docket.Import;

/// <summary>A valid row as the domain's own verbs record it: the complaint, its receipt and its end, all in one change.</summary>
internal static class ImportedComplaint
{
    // What the domain adds of its own depends on the rulebook at the hour of the import, not on the row.
    private static readonly string[] Derived = ["filing", "opens", "rulebook"];

    /// <summary>What the row records, or why the law does not allow it.</summary>
    public static Result<Change> From(ImportLine line, string id, Law law, Instant now, string by)
    {
        if (line["challenged_actor"] is { } actor && law.Rulebook.FindForum(actor) is null && !Taxonomies.Shipped.ChallengedActors.Contains(actor))
        {
            return new Refusal(
                "field.not-a-code",
                $"'{actor}' is neither a forum of {law.Rulebook.Id} nor one of: {string.Join(", ", Taxonomies.Shipped.ChallengedActors)}.",
                Field: "challenged_actor");
        }

        Result<Change> recorded = Complaint.Record(id, law, ToGrievance(line, law), now, by);

        foreach (var step in Steps(line))
        {
            if (!recorded.IsAllowed(out var change))
            {
                break;
            }

            recorded = change.Then(complaint => InColumns(complaint.Take(step, now, by), step.Kind));
        }

        return recorded;
    }

    /// <summary>Whether a complaint began with just these events. What was recorded of it since does not matter.</summary>
    public static bool IsOf(Complaint stored, Change row) =>
        stored.History.Count >= row.Events.Count && stored.History.Zip(row.Events).All(each => IsSame(each.First, each.Second));

    /// <summary>Refusals name the column that holds what is refused, not the field of a step that nobody wrote.</summary>
    private static Result<Change> InColumns(Result<Change> taken, ProceduralStep step) => taken.IsAllowed(out var change)
        ? change
        : taken.Refusals.Select(each => each with { Field = ColumnOf(each.Field, step) }).ToArray();

    private static string? ColumnOf(string? field, ProceduralStep step) => field switch
    {
        "at" => step is ProceduralStep.Lodge ? "received_local" : "decided_utc",
        "forumZone" => "received_zone",
        "grounds" => "ground",
        _ => field?.Split('[')[0],
    };

    private static bool IsSame(DocketEvent one, DocketEvent other) =>
        one.What.Kind == other.What.Kind
        && (one.What is Recorded || one.At == other.At)
        && JsonNode.DeepEquals(Told(one), Told(other));

    private static JsonObject Told(DocketEvent each)
    {
        var data = EventJson.Data(each.What);

        foreach (var name in Derived)
        {
            data.Remove(name);
        }

        return data;
    }

    private static Grievance ToGrievance(ImportLine line, Law law) => new()
    {
        Election = law.Election.Id,
        Rulebook = law.Rulebook.Version,
        Matter = line["matter"]!,
        ComplainantType = line["complainant_type"],
        Complainant = line["complainant_pseudonym"],
        ChallengedActor = line["challenged_actor"],

        // An act that has a name of its own, by which it is known to several complainants, was adopted.
        ChallengedActKind = line["challenged_act_id"] is null ? null : "decision",
        ChallengedAct = line["challenged_act_id"],
        Subject = line["subject"],
        OccurredAt = line.Day("challenged_act_date") is { } day
            ? day.At(LocalTime.Noon).InZoneLeniently(Zones.Find(line["received_zone"]!)!).ToInstant()
            : null,
        OccurredOnDayOnly = line.Day("challenged_act_date") is not null,
        KnownVia = line["known_via"],
        ImportedFrom = line["case_id"],
        AsOf = line.Day("as_of"),
    };

    private static IEnumerable<Step> Steps(ImportLine line)
    {
        yield return new Step(ProceduralStep.Lodge, line.Instant("received_local")!.Value.ToInstant(), null, new StepDetails
        {
            Forum = line["forum"],
            ForumZone = line["received_zone"],
            Channel = line["channel"],
        });

        if (line.Instant("decided_utc")?.ToInstant() is not { } ended)
        {
            yield break;
        }

        yield return line["outcome"] == "withdrawn"
            ? new Step(ProceduralStep.Withdraw, ended, null, new StepDetails())
            : new Step(ProceduralStep.Decide, ended, null, new StepDetails
            {
                Outcome = line["outcome"],
                Grounds = line.Several("ground") is { Count: > 0 } grounds ? grounds : null,
                RectificationOffered = line["rectification_offered"] switch { "yes" => true, "no" => false, _ => null },
                Remedy = line.Several("remedy") is { Count: > 0 } remedies ? remedies : null,
            });
    }
}
