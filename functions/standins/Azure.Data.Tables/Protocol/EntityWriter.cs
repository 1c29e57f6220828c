using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Writes rows as OData JSON; columns that are null, the version and the timestamp are left out.</summary>
internal static class EntityWriter
{
    private const string TypeSuffix = "@odata.type";

    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(body);
        Write(json, entity);
        return body.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        if (entity is not TableEntity row)
        {
            throw new NotSupportedException($"Only {nameof(TableEntity)} is part of this subset, not {entity.GetType()}.");
        }

        json.WriteStartObject();

        foreach (var (name, value) in row.Columns)
        {
            if (value is not null && name is not (TableEntity.ETagKey or TableEntity.TimestampKey))
            {
                WriteColumn(json, name, value);
            }
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteColumn(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int whole:
                json.WriteNumber(name, whole);
                break;
            case long whole:
                WriteType(json, name, "Edm.Int64"u8);
                WriteFormatted(json, name, whole, default);
                break;
            case double number:
                WriteType(json, name, "Edm.Double"u8);
                WriteDouble(json, name, number);
                break;
            case DateTimeOffset instant:
                WriteType(json, name, "Edm.DateTime"u8);
                WriteFormatted(json, name, instant.UtcDateTime, "O");
                break;
            case DateTime instant when instant.Kind == DateTimeKind.Utc:
                WriteType(json, name, "Edm.DateTime"u8);
                WriteFormatted(json, name, instant, "O");
                break;
            case DateTime:
                throw new NotSupportedException($"The DateTime in {name} has to be of kind Utc.");
            case Guid id:
                WriteType(json, name, "Edm.Guid"u8);
                json.WriteString(name, id);
                break;
            case byte[] bytes:
                WriteType(json, name, "Edm.Binary"u8);
                json.WriteBase64String(name, bytes);
                break;
            case BinaryData bytes:
                WriteType(json, name, "Edm.Binary"u8);
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType()} cannot be stored in {name}.");
        }
    }

    private static void WriteType(Utf8JsonWriter json, string name, ReadOnlySpan<byte> type)
    {
        Span<char> annotation = stackalloc char[128];
        if (!(name.TryCopyTo(annotation) && TypeSuffix.TryCopyTo(annotation[name.Length..])))
        {
            json.WriteString(name + TypeSuffix, type);
            return;
        }

        json.WriteString(annotation[..(name.Length + TypeSuffix.Length)], type);
    }

    private static void WriteFormatted<T>(Utf8JsonWriter json, string name, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    /// <summary>Not a number has a spelling; JSON has none for infinity, which the writer refuses.</summary>
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsNaN(number))
        {
            json.WriteString(name, "NaN"u8);
        }
        else
        {
            json.WriteNumber(name, number);
        }
    }
}
