using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>One object of a document being read, with its JSON path: what is wrong is noted as a fault and read as empty, never thrown.</summary>
internal sealed class Element(JsonElement json, string path, Faults faults)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public string Path => path;

    public IEnumerable<string> Keys => json.EnumerateObject().Select(property => property.Name);

    public string At(string key) => $"{path}.{key}";

    public void Fault(string code, string key, string message) => faults.Add(code, key.Length == 0 ? path : At(key), message);

    /// <summary>Notes every key that is not one of these; keys that begin with "note" are remarks and always allowed.</summary>
    public Element Only(params string[] allowed)
    {
        foreach (var key in Keys.Where(key => !allowed.Contains(key) && !key.StartsWith("note", StringComparison.Ordinal)))
        {
            Fault("unknown-key", key, $"'{key}' means nothing here; known are {string.Join(", ", allowed)}.");
        }

        return this;
    }

    public bool Has(string key) => json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;

    public bool IsNull(string key) => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Null;

    public bool IsText(string key) => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String;

    public string Text(string key) => TextOrNull(key) ?? Missing(key, string.Empty);

    public string? TextOrNull(string key) => Read(key, JsonValueKind.String)?.GetString();

    public int Int(string key) => IntOrNull(key) ?? Missing(key, 0);

    public int? IntOrNull(string key)
    {
        if (Read(key, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (value.TryGetInt32(out var number))
        {
            return number;
        }

        Fault("kind", key, "A whole number is expected.");
        return null;
    }

    /// <summary>A whole number between these two, both included; null when absent.</summary>
    public int? IntOrNull(string key, int least, int most)
    {
        var number = IntOrNull(key);

        if (number < least || number > most)
        {
            Fault("value", key, $"A number from {least} to {most} is expected, not {number}.");
        }

        return number;
    }

    public bool? BoolOrNull(string key)
    {
        if (!Has(key))
        {
            return null;
        }

        var kind = json.GetProperty(key).ValueKind;

        if (kind is JsonValueKind.True or JsonValueKind.False)
        {
            return kind == JsonValueKind.True;
        }

        Fault("kind", key, "true or false is expected.");
        return null;
    }

    public T Code<T>(string key) where T : struct, Enum => Has(key) ? CodeOrNull<T>(key) ?? default : Missing(key, default(T));

    public T? CodeOrNull<T>(string key) where T : struct, Enum =>
        TextOrNull(key) is { } text ? Codes.Parse<T>(text) ?? NotListed<T>(key, text) : null;

    public IReadOnlyList<T> ListOf<T>(string key) where T : struct, Enum =>
        [.. Texts(key).Select(text => Codes.Parse<T>(text) ?? NotListed<T>(key, text)).OfType<T>()];

    public LocalDate? DateOrNull(string key) => Parse(key, LocalDatePattern.Iso, "a date as 2021-01-10");

    public Instant? MomentOrNull(string key) => Parse(key, OffsetDateTimePattern.ExtendedIso, "a moment with its offset, as 2021-01-10T09:00:00+06:00")?.ToInstant();

    public LocalTime? TimeOrNull(string key) => Parse(key, Clock, "a clock time as 22:00");

    public Text Wording(string key) => WordingOrNull(key) ?? Missing(key, new Text(string.Empty));

    /// <summary>A wording: plain English, or an object with en and, where translated, ru and kk.</summary>
    public Text? WordingOrNull(string key)
    {
        if (!Has(key) || IsText(key))
        {
            return TextOrNull(key) is { } text ? new Text(text) : null;
        }

        return Child(key)?.Only("en", "ru", "kk") is { } languages
            ? new Text(languages.Text("en"), languages.TextOrNull("ru"), languages.TextOrNull("kk"))
            : null;
    }

    /// <summary>One text or a list of texts; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (!Has(key))
        {
            return [];
        }

        var value = json.GetProperty(key);

        if (value.ValueKind == JsonValueKind.String)
        {
            return [value.GetString()!];
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        Fault("kind", key, "A text or a list of texts is expected.");
        return [];
    }

    public Element? Child(string key) => Read(key, JsonValueKind.Object) is { } value ? new Element(value, At(key), faults) : null;

    public Element? Need(string key) => Has(key) ? Child(key) : Missing<Element?>(key, null);

    /// <summary>The objects of a list; empty when absent.</summary>
    public IReadOnlyList<Element> Items(string key)
    {
        if (Read(key, JsonValueKind.Array) is not { } list)
        {
            return [];
        }

        var items = new List<Element>();

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(new Element(item, $"{At(key)}[{index}]", faults));
            }
            else
            {
                Fault("kind", $"{key}[{index}]", "An object is expected.");
            }
        }

        return items;
    }

    private T? Parse<T>(string key, IPattern<T> pattern, string expected) where T : struct
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }

        var parsed = pattern.Parse(text);

        if (parsed.Success)
        {
            return parsed.Value;
        }

        Fault("value", key, $"'{text}' is not {expected}.");
        return null;
    }

    private JsonElement? Read(string key, JsonValueKind kind)
    {
        if (!Has(key))
        {
            return null;
        }

        var value = json.GetProperty(key);

        if (value.ValueKind == kind)
        {
            return value;
        }

        Fault("kind", key, $"{kind} is expected, {value.ValueKind} found.");
        return null;
    }

    private T Missing<T>(string key, T instead)
    {
        if (!Has(key))
        {
            Fault("missing", key, $"'{key}' is missing.");
        }

        return instead;
    }

    private T? NotListed<T>(string key, string text) where T : struct, Enum
    {
        Fault("value", key, $"'{text}' is not on the list: {string.Join(", ", Codes.Of<T>())}.");
        return null;
    }
}
