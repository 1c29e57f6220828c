using System.Text.Json;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Tells JSON that can be read as text from JSON that escapes half of a character (\ud800 to \udfff come in pairs).</summary>
internal static class WholeText
{
    /// <exception cref="JsonException">The bytes are no JSON at all.</exception>
    public static bool Is(ReadOnlySpan<byte> utf8, int depth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = depth });

        try
        {
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
