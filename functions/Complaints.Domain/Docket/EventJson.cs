using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain.Lifecycle;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Docket;

/// <summary>Events as JSON: the one form in which they are kept, hashed and shown.</summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = RecordJson.Options;

    /// <summary>The happenings that are named as their type, and whose JSON is their own fields.</summary>
    private static readonly FrozenDictionary<string, Type> Plain = new[]
    {
        typeof(DocumentAdded), typeof(DocumentScanned), typeof(Retracted), typeof(Repinned), typeof(ConsentGiven), typeof(ConsentWithdrawn), typeof(HoldSet), typeof(HoldLifted), typeof(Erased),
        typeof(HandedOver), typeof(LinkedAsSame), typeof(Unlinked),
    }.ToFrozenDictionary(each => each.Name, StringComparer.Ordinal);

    /// <summary>What an event says, as JSON.</summary>
    public static JsonObject Data(Happening what) => what switch
    {
        Recorded recorded => Node(recorded.Grievance),
        StepTaken taken => Node(taken.Details),
        FactNoted noted => Node(noted.Details),
        _ => Node(what),
    };

    /// <summary>The names of the fields that an event of this kind has.</summary>
    public static IReadOnlyList<string> FieldsOf(Happening what)
    {
        var data = what switch
        {
            Recorded => typeof(Grievance),
            StepTaken => typeof(StepDetails),
            FactNoted => typeof(FactDetails),
            _ => what.GetType(),
        };
        return [.. Options.GetTypeInfo(data).Properties.Select(each => each.Name)];
    }

    /// <summary>Reads what an event says.</summary>
    /// <exception cref="JsonException">The JSON is not of this kind.</exception>
    public static Happening Read(string kind, JsonElement data) => kind switch
    {
        nameof(Recorded) => new Recorded(As<Grievance>(data)),
        _ when Plain.TryGetValue(kind, out var type) => (Happening)data.Deserialize(type, Options)!,
        _ when Enum.TryParse<ProceduralStep>(kind, out var step) && step.ToString() == kind => new StepTaken(step, As<StepDetails>(data)),
        _ when Enum.TryParse<FactKind>(kind, out var fact) && fact.ToString() == kind => new FactNoted(fact, As<FactDetails>(data)),
        _ => throw new JsonException($"An event of kind '{kind}' is not known."),
    };

    /// <summary>The event as one JSON object in canonical form, which is what is hashed.</summary>
    public static byte[] Canonical(DocketEvent each)
    {
        var whole = new JsonObject
        {
            ["seq"] = each.Seq,
            ["at"] = RecordJson.Text(each.At),
            ["recordedAt"] = RecordJson.Text(each.RecordedAt),
            ["by"] = each.By,
            ["kind"] = each.What.Kind,
            ["data"] = Data(each.What),
        };

        if (each.Proceeding is { } number)
        {
            whole["proceeding"] = number;
        }

        return RecordJson.Canonical(whole);
    }

    /// <summary>Reads an event from its canonical form.</summary>
    /// <exception cref="JsonException">The bytes are not such an event.</exception>
    public static DocketEvent Read(ReadOnlySpan<byte> canonical)
    {
        var reader = new Utf8JsonReader(canonical);
        return Read(JsonElement.ParseValue(ref reader));
    }

    /// <summary>Reads an event from its JSON form.</summary>
    /// <exception cref="JsonException">The JSON is not such an event.</exception>
    public static DocketEvent Read(JsonElement whole) =>
        new(
            whole.GetProperty("seq").GetInt32(),
            Instant(whole.GetProperty("at")),
            Instant(whole.GetProperty("recordedAt")),
            whole.GetProperty("by").GetString()!,
            whole.TryGetProperty("proceeding", out var number) && number.ValueKind is JsonValueKind.Number ? number.GetInt32() : null,
            Read(whole.GetProperty("kind").GetString()!, whole.GetProperty("data")));

    private static Instant Instant(JsonElement element) => InstantPattern.ExtendedIso.Parse(element.GetString()!).Value;

    private static JsonObject Node<T>(T value)
        where T : class
    {
        var node = JsonSerializer.SerializeToNode(value, value.GetType(), Options)!.AsObject();
        node.Remove("kind");
        return node;
    }

    private static T As<T>(JsonElement data) => data.Deserialize<T>(Options)!;
}
