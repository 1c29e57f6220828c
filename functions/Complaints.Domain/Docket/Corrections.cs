using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Corrections are events like others: the old event stays as it was, and is read with the new values.</summary>
internal static class Corrections
{
    /// <summary>The events that hold, as they are to be read, and those that were mended or struck out, by number.</summary>
    public static (IReadOnlyList<DocketEvent> Live, IReadOnlyDictionary<int, DocketEvent> Mended) Apply(IReadOnlyList<DocketEvent> history)
    {
        HashSet<int> retracted = [.. history.Select(each => each.What).OfType<Retracted>().Select(each => each.Event)];
        Dictionary<int, DocketEvent> mended = [];
        var live = history.Where(each => !retracted.Contains(each.Seq)).ToList();

        foreach (var correction in history.Select(each => each.What).OfType<StepTaken>().Where(each => each.Step is ProceduralStep.Correct))
        {
            var at = live.FindIndex(each => each.Seq == correction.Details.Event);

            if (at < 0)
            {
                continue;
            }

            mended[live[at].Seq] = live[at];

            if (correction.Details is { New: { } values })
            {
                live[at] = Patch(live[at], values);
            }
            else
            {
                live.RemoveAt(at);
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

        if (Correctable(complaint.History).FirstOrDefault(each => each.Seq == details.Event) is not { } target)
        {
            yield return new Refusal("correct.no-such-event", "Name the number of a recorded step, fact or the first record that still stands.", Field: "event");
            yield break;
        }

        var refusals = details.DidNotHappen is true
            ? Strike(target, details)
            : details.New is { ValueKind: JsonValueKind.Object } values && values.EnumerateObject().Any()
                ? Refuse(complaint, target, values, now)
                : [new Refusal("correct.nothing-new", "Give the fields to set, by name; or didNotHappen: true.", Field: "new")];

        foreach (var refusal in refusals)
        {
            yield return refusal;
        }
    }

    /// <summary>What the corrected fields hold now; null where the whole event is struck out and stays to be read in the history.</summary>
    public static JsonElement? Old(Complaint complaint, StepDetails details)
    {
        if (details.New is not { } values)
        {
            return null;
        }

        var target = Apply(complaint.History).Live.First(each => each.Seq == details.Event);
        var data = EventJson.Data(target.What);
        var old = new JsonObject();

        foreach (var field in values.EnumerateObject())
        {
            old[field.Name] = field.Name == "at" ? RecordJson.Text(target.At) : data[field.Name]?.DeepClone();
        }

        return JsonSerializer.SerializeToElement(old, RecordJson.Options);
    }

    /// <summary>The events a correction may be about, as they are read now: what a person reported and what still stands.</summary>
    public static IEnumerable<DocketEvent> Correctable(IReadOnlyList<DocketEvent> history) => Apply(history).Live
        .Where(each => !each.IsTimers && each.What is Recorded or FactNoted or StepTaken { Step: not ProceduralStep.Correct });

    /// <summary>The numbers of the events that did not happen, each with that of the correction that says so.</summary>
    public static IReadOnlyDictionary<int, int> Struck(IReadOnlyList<DocketEvent> history) => history
        .Where(each => each.What is StepTaken { Details: { DidNotHappen: true, Event: not null } })
        .ToDictionary(each => ((StepTaken)each.What).Details.Event!.Value, each => each.Seq);

    private static IEnumerable<Refusal> Strike(DocketEvent target, StepDetails details)
    {
        if (details.New is not null)
        {
            yield return new Refusal(
                "correct.one-or-other", "Say either what is right or that it did not happen; what did not happen has no other values.", Field: "new");
        }

        if (target.What is Recorded)
        {
            yield return new Refusal(
                "correct.record-stays", "The first record stays: correct its fields, or take the complaint back by Withdraw.", Field: "event");
        }
    }

    /// <summary>The mended event must make the same sense as one that is reported.</summary>
    private static Refusal[] Refuse(Complaint complaint, DocketEvent target, JsonElement values, Instant now)
    {
        var own = OwnFields.Correctable(target.What);
        var unfit = values.EnumerateObject().SelectMany(field => Unfit(target, own, field)).ToArray();

        if (unfit.Length > 0)
        {
            return unfit;
        }

        var mended = Patch(target, values);
        Refusal[] senseless =
        [
            .. mended.At > now ? [Refusals.InFuture(mended.At, now)] : Array.Empty<Refusal>(),
            .. mended.What switch
            {
                Recorded recorded => recorded.Grievance.Check(complaint.Law, now),
                StepTaken taken => StepCheck.Of(complaint, new Step(taken.Step, mended.At, mended.Proceeding, taken.Details), null, now),
                _ => [],
            },
        ];
        return [.. senseless.Select(each => Refusals.OfCorrected(each))];
    }

    /// <summary>Why one field cannot be set: the event does not have it, or the value does not go into it.</summary>
    private static IEnumerable<Refusal> Unfit(DocketEvent target, IReadOnlyList<string> own, JsonProperty field)
    {
        var name = $"new.{Short(field.Name)}";

        return !own.Contains(field.Name)
            ? [Foreign(target, own, field.Name, name)]
            : FieldRules.Refuse(field.Name, name, field.Value).ToArray() is { Length: > 0 } unfit ? unfit
            : CanBeRead(target, field) ? []
            : [new Refusal("correct.bad-value", $"'{name}' cannot be read: it takes what is taken when it is first reported.", Field: name)];
    }

    private static Refusal Foreign(DocketEvent target, IReadOnlyList<string> own, string field, string name) => EventJson.FieldsOf(target.What).Contains(field)
        && OwnFields.IsDerived(field)
            ? new Refusal("correct.field-is-derived", $"'{field}' follows from other facts and cannot be set.", Field: name)
            : new Refusal(
                "correct.no-such-field", $"{target.What.Kind} has no field '{Short(field)}' to correct. It has: {string.Join(", ", own)}.", Field: name);

    private static string Short(string name) => name.Length <= 60 ? name : name[..60] + "...";

    private static bool CanBeRead(DocketEvent target, JsonProperty field)
    {
        try
        {
            Patch(target, JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [field.Name] = field.Value }));
            return true;
        }
        catch (JsonException)
        {
            return false;
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
