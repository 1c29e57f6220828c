using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Makes values of what stands in OData JSON.</summary>
internal static class EdmValue
{
    public static EdmType TypeOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("Edm.Int64"u8) ? EdmType.Int64
        : json.ValueTextEquals("Edm.DateTime"u8) ? EdmType.DateTime
        : json.ValueTextEquals("Edm.Guid"u8) ? EdmType.Guid
        : json.ValueTextEquals("Edm.Binary"u8) ? EdmType.Binary
        : json.ValueTextEquals("Edm.Double"u8) ? EdmType.Double
        : throw new NotSupportedException($"There is no such type of value: {json.GetString()}.");

    public static object Read(ref Utf8JsonReader json, EdmType type) => json.TokenType switch
    {
        JsonTokenType.String when type == EdmType.Binary => json.GetBytesFromBase64(),
        JsonTokenType.String when type == EdmType.DateTime && json.TryGetDateTimeOffset(out var instant) => instant,
        JsonTokenType.String when type == EdmType.Guid && json.TryGetGuid(out var id) => id,
        JsonTokenType.String => Of(json.GetString(), type),
        JsonTokenType.Number => Number(ref json, type),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw new NotSupportedException($"A column cannot hold a {json.TokenType}."),
    };

    public static object Of(string text, EdmType type) => type switch
    {
        EdmType.Binary => Convert.FromBase64String(text),
        EdmType.DateTime => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        EdmType.Double => double.Parse(text, CultureInfo.InvariantCulture),
        EdmType.Guid => Guid.Parse(text),
        EdmType.Int64 => long.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    /// <summary>Without a type, a number without point or exponent is an int, if it fits into one; a double always has a point.</summary>
    private static object Number(ref Utf8JsonReader json, EdmType type)
    {
        if (type != EdmType.Double && json.TryGetInt32(out var small))
        {
            return small;
        }

        return type != EdmType.Double && json.TryGetInt64(out var large) ? large : json.GetDouble();
    }
}
