using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain;

/// <summary>How the values of the record are written as JSON, in the table and at every door.</summary>
public static class RecordJson
{
    /// <summary>Camel case, codes as text, instants in UTC, unknown left out; read strictly.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new InstantConverter(), new LocalDateConverter() },
    };

    /// <summary>The first year in which limits are counted.</summary>
    public const int FirstYear = 1972;

    /// <summary>The last year in which limits are counted.</summary>
    public const int LastYear = 2198;

    /// <summary>An instant as it is written everywhere: ISO 8601 in UTC.</summary>
    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>A JSON object with its names in ordinal order and no white space (in the manner of RFC 8785): the bytes that are hashed or signed.</summary>
    public static byte[] Canonical(JsonObject whole) => JsonSerializer.SerializeToUtf8Bytes(Sorted(whole), Options);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject whole => new JsonObject(whole
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => KeyValuePair.Create(each.Key, Sorted(each.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        private static readonly OffsetDateTimePattern Minutes = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>");

        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString() ?? "") is not { Success: true, Value: var moment }
                ? throw new JsonException("An instant is written with its offset, for example 2021-01-10T10:00:00+06:00.")
                : moment.Year is >= FirstYear and <= LastYear ? moment.ToInstant()
                : throw new JsonException($"The year lies between {FirstYear} and {LastYear}.");

        /// <summary>To the second or finer, or to the minute as people write it.</summary>
        private static ParseResult<OffsetDateTime> Parse(string text) =>
            OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } exact ? exact : Minutes.Parse(text);

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Text(value));
    }

    private sealed class LocalDateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is not { Success: true, Value: var day }
                ? throw new JsonException("A day is written as 2021-01-10.")
                : day.Year is >= FirstYear and <= LastYear ? day
                : throw new JsonException($"The year lies between {FirstYear} and {LastYear}.");

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
