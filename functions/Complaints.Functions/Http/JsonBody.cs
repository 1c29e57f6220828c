using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Complaints.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>Reads a JSON body strictly: what is not understood is named, nothing is guessed and nothing is dropped.</summary>
internal static class JsonBody
{
    /// <summary>How JSON is read and written at the doors: as in the record, with unknown values written as null.</summary>
    public static readonly JsonSerializerOptions Options = new(RecordJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    // Nothing that is asked for lies deeper than four; the record wraps what it keeps a few times more.
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    private static readonly Refusal WrongType = new("body.wrong-type", "Send JSON in UTF-8, with the header Content-Type: application/json.", Field: "Content-Type");

    /// <summary>The request, or the answer that says what is wrong with it.</summary>
    public static async Task<(T? Request, IResult? Invalid)> ReadValidatedAsync<T>(
        this HttpRequest http, IValidator<T> validator, CancellationToken cancellationToken, int most = WholeBody.Most)
        where T : class
    {
        // A page elsewhere can make a browser send a form or plain text here, but not JSON.
        if (!http.HasJsonContentType() || !IsUtf8(http))
        {
            return (null, Problems.From([WrongType]));
        }

        var read = await ReadAsync<T>(http, most, cancellationToken);

        if (!read.IsAllowed(out var request))
        {
            return (null, Problems.Unreadable(read.Refusals));
        }

        var validation = await validator.ValidateAsync(request, cancellationToken);
        return validation.IsValid ? (request, null) : (null, Problems.From(validation));
    }

    private static bool IsUtf8(HttpRequest http) => http.GetTypedHeaders().ContentType?.Charset.Value is not { Length: > 0 } charset
        || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static async Task<Result<T>> ReadAsync<T>(HttpRequest http, int most, CancellationToken cancellationToken)
        where T : class => Read<T>(await http.ReadWholeAsync(most, cancellationToken));

    /// <summary>The request that these bytes hold, or every reason why they hold none.</summary>
    public static Result<T> Read<T>(ReadOnlyMemory<byte> whole)
        where T : class
    {
        JsonDocument body;

        if (!Utf8.IsValid(whole.Span))
        {
            return new Refusal("body.not-json", "The body is not JSON in UTF-8.");
        }

        try
        {
            body = JsonDocument.Parse(whole, Shallow);
        }
        catch (JsonException e)
        {
            return new Refusal("body.not-json", $"The body is not JSON, or nested too deeply: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }

        using (body)
        {
            return ClearJson.Unclear(body.RootElement).Take(Shown.MostReasons).ToArray() is { Length: > 0 } unclear
                ? unclear
                : Read<T>(body.RootElement);
        }
    }

    /// <summary>The request that this JSON holds, or every field that cannot be read.</summary>
    public static Result<T> Read<T>(JsonElement body)
        where T : class
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return new Refusal("body.not-an-object", "The body is JSON, but not an object with fields.");
        }

        try
        {
            return body.Deserialize<T>(Options)!;
        }
        catch (JsonException e)
        {
            var faults = Faults(body, typeof(T), "").Take(Shown.MostReasons).ToArray();
            return faults.Length > 0 ? faults : [new Refusal("field.bad-value", e.Message, Field: e.Path)];
        }
    }

    /// <summary>Every field that cannot be read, each on its own.</summary>
    private static IEnumerable<Refusal> Faults(JsonElement element, Type type, string path)
    {
        var info = Options.GetTypeInfo(type);

        foreach (var field in element.EnumerateObject())
        {
            var name = path + Shown.Short(field.Name);
            var known = info.Properties.FirstOrDefault(each => string.Equals(each.Name, field.Name, StringComparison.OrdinalIgnoreCase));

            if (known is null)
            {
                var names = string.Join(", ", info.Properties.Select(each => each.Name));
                yield return new Refusal("field.unknown", $"There is no field '{name}'. Known are: {names}.", Field: name);
            }
            else if (field.Value.ValueKind is JsonValueKind.Object && Options.GetTypeInfo(known.PropertyType).Kind is JsonTypeInfoKind.Object)
            {
                foreach (var fault in Faults(field.Value, known.PropertyType, name + "."))
                {
                    yield return fault;
                }
            }
            else if (Fault(field.Value, known.PropertyType) is { } why)
            {
                yield return new Refusal("field.bad-value", $"'{name}' cannot be read: {why}", Field: name);
            }
        }
    }

    private static string Wanted(Type type) =>
        type.IsEnum ? $"; one of {string.Join(", ", Enum.GetNames(type))} does"
        : type == typeof(bool) ? "; true or false does"
        : type == typeof(int) ? "; a whole number does"
        : type == typeof(string) ? "; a text does"
        : "";

    private static string? Fault(JsonElement value, Type type)
    {
        try
        {
            value.Deserialize(type, Options);
            return null;
        }
        catch (JsonException e)
        {
            return e.InnerException is null && !e.Message.Contains("System.", StringComparison.Ordinal) && !e.Message.Contains("Complaints.", StringComparison.Ordinal)
                ? e.Message
                : $"{value.ValueKind} is not what belongs there{Wanted(Nullable.GetUnderlyingType(type) ?? type)}.";
        }
    }
}
