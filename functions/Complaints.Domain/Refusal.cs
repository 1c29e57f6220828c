using System.Text.Json;
using System.Text.Json.Serialization;

namespace Complaints.Domain;

/// <summary>One reason why not: a stable kebab code, a sentence for people, the place in the law and the field, where there is one.</summary>
public sealed record Refusal(
    string Code, string Message, [property: JsonConverter(typeof(Refusal.InEnglish))] Text? Citation = null, string? Field = null)
{
    /// <summary>The numbers its sentence names, for those who say it in another language; null if it names none.</summary>
    [JsonIgnore]
    public string? Named { get; init; }

    /// <summary>The citation as JSON has it: in the language of the sentence.</summary>
    private sealed class InEnglish : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) => writer.WriteStringValue(value.English);
    }
}
