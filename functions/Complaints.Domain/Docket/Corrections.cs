using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Corrections are events like others: the old event stays as it was, and is read with the new values.</summary>
internal static class Corrections
{
    /// <summary>The events that hold, as they are to be read, and the numbers of those that were mended.</summary>
    public static (IReadOnlyList<DocketEvent> Live, HashSet<int> Mended) Apply(IReadOnlyList<DocketEvent> history)
    {
        HashSet<int> retracted = [.. history.Select(each => each.What).OfType<Retracted>().Select(each => each.Event)];
        HashSet<int> mended = [];
        var live = history.Where(each => !retracted.Contains(each.Seq)).ToList();

        foreach (var correction in history.Select(each => each.What).OfType<StepTaken>())
        {
            if (correction is { Step: Lifecycle.ProceduralStep.Correct, Details: { Event: { } seq, New: { } values } }
                && live.FindIndex(each => each.Seq == seq) is >= 0 and var at)
            {
                live[at] = Patch(live[at], values);
                mended.Add(seq);
            }
        }

        return (live, mended);
    }

    /// <summary>What is wrong with a correction, if anything.</summary>
    public static IEnumerable<Refusal> Check(Complaint complaint, StepDetails details, Instant now)
    {
        if (details.Reason is null)
        {
            yield return new Refusal("correct.reason-missing", "Say why the record is corrected.", Field: "reason");
        }

        if (details.Event is not { } seq || complaint.History.FirstOrDefault(each => each.Seq == seq) is not { } target
            || target.IsTimers || target.What is Retracted or Repinned or DocumentAdded or StepTaken { Step: Lifecycle.ProceduralStep.Correct })
        {
            yield return new Refusal("correct.no-such-event", "Name the number of a recorded step, fact or the first record.", Field: "event");
            yield break;
        }

        if (details.New is not { ValueKind: JsonValueKind.Object } values || !values.EnumerateObject().Any())
        {
            yield return new Refusal("correct.nothing-new", "Give the fields to set, by name.", Field: "new");
            yield break;
        }

        foreach (var refusal in Refuse(complaint, target, values, now))
        {
            yield return refusal;
        }
    }

    /// <summary>What the corrected fields hold now.</summary>
    public static JsonElement Old(Complaint complaint, StepDetails details)
    {
        var target = Apply(complaint.History).Live.First(each => each.Seq == details.Event);
        var data = EventJson.Data(target.What);
        var old = new JsonObject();

        foreach (var field in details.New!.Value.EnumerateObject())
        {
            old[field.Name] = field.Name == "at" ? RecordJson.Text(target.At) : data[field.Name]?.DeepClone();
        }

        return JsonSerializer.SerializeToElement(old, RecordJson.Options);
    }

    /// <summary>The mended event must make the same sense as one that is reported.</summary>
    private static IEnumerable<Refusal> Refuse(Complaint complaint, DocketEvent target, JsonElement values, Instant now)
    {
        foreach (var field in values.EnumerateObject())
        {
            if (field.Name is "opens" or "filing" or "basis" or "election" or "rulebook" or "event" or "new" or "old")
            {
                return [new Refusal("correct.field-is-derived", $"'{field.Name}' follows from other facts and cannot be set.", Field: $"new.{field.Name}")];
            }
        }

        if (Unfit(target, values).ToArray() is { Length: > 0 } unfit)
        {
            return unfit;
        }

        try
        {
            var read = Apply(complaint.History).Live.First(each => each.Seq == target.Seq);
            var mended = Patch(read, values);
            return
            [
                .. mended.At > now ? [Refusals.InFuture(mended.At, now)] : Array.Empty<Refusal>(),
                .. mended.What switch
                {
                    Recorded recorded => recorded.Grievance.Check(complaint.Law, now),
                    StepTaken taken => StepCheck.Of(complaint, new Step(taken.Step, mended.At, mended.Proceeding, taken.Details), null, now),
                    _ => [],
                },
            ];
        }
        catch (JsonException)
        {
            return [new Refusal("correct.bad-value", "The event cannot be read with these values: each takes what the first record takes.", Field: "new")];
        }
    }

    /// <summary>The fields that the event does not have, and the values that do not go into theirs.</summary>
    private static IEnumerable<Refusal> Unfit(DocketEvent target, JsonElement values)
    {
        var known = EventJson.FieldsOf(target.What);

        foreach (var field in values.EnumerateObject())
        {
            if (field.Name != "at" && !known.Contains(field.Name))
            {
                yield return new Refusal(
                    "correct.no-such-field",
                    $"{target.What.Kind} has no field of this name. It has: at, {string.Join(", ", known)}.",
                    Field: $"new.{(field.Name.Length <= 60 ? field.Name : field.Name[..60])}");
            }

            foreach (var refusal in FieldRules.Refuse(field.Name, $"new.{field.Name}", field.Value))
            {
                yield return refusal;
            }
        }
    }

    private static DocketEvent Patch(DocketEvent target, JsonElement values)
    {
        var data = EventJson.Data(target.What);
        var at = target.At;

        foreach (var field in values.EnumerateObject())
        {
            if (field.Name == "at")
            {
                at = field.Value.Deserialize<Instant>(RecordJson.Options);
            }
            else
            {
                data[field.Name] = JsonNode.Parse(field.Value.GetRawText());
            }
        }

        return target with { At = at, What = EventJson.Read(target.What.Kind, JsonSerializer.SerializeToElement(data, RecordJson.Options)) };
    }
}
