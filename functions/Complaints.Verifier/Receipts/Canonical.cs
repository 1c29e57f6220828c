using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Complaints.Verifier.Receipts;

/// <summary>JSON as it is signed: names in ordinal order, no white space, numbers as they were written. Somebody's editor may have laid a receipt out anew.</summary>
internal static class Canonical
{
    public static byte[] Of(JsonElement element)
    {
        using var whole = new MemoryStream();

        using (var writer = new Utf8JsonWriter(whole, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(element, writer);
        }

        return whole.ToArray();
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();

                foreach (var each in element.EnumerateObject().OrderBy(each => each.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(each.Name);
                    Write(each.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();

                foreach (var each in element.EnumerateArray())
                {
                    Write(each, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
