using System.Text.Json;
using Complaints.Domain;

namespace Complaints.Functions.Http;

/// <summary>What JSON allows and nobody can mean: a field given twice, or half of a character.</summary>
internal static class ClearJson
{
    /// <summary>Every place that is not clear, by its path.</summary>
    public static IEnumerable<Refusal> Unclear(JsonElement element, string path = "") => element.ValueKind switch
    {
        JsonValueKind.Object => InObject(element, path),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((each, number) => Unclear(each, Shown.Path($"{path}[{number}]"))),
        JsonValueKind.String when Read(element.GetString) is null => [HalfACharacter(path)],
        _ => [],
    };

    private static IEnumerable<Refusal> InObject(JsonElement element, string path)
    {
        // Names are told apart as they are read: in any case.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var field in element.EnumerateObject())
        {
            if (Read(() => field.Name) is not { } name)
            {
                yield return HalfACharacter(path);
                yield break;
            }

            var here = Shown.Path(path.Length == 0 ? Shown.Short(name) : $"{path}.{Shown.Short(name)}");

            if (!seen.Add(name))
            {
                yield return new Refusal("field.twice", $"'{here}' is given twice.", Field: here);
            }

            foreach (var refusal in Unclear(field.Value, here))
            {
                yield return refusal;
            }
        }
    }

    private static Refusal HalfACharacter(string path) =>
        new("field.not-text", $"'{path}' holds half of a character: \\ud800 to \\udfff come in pairs.", Field: path);

    private static string? Read(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
