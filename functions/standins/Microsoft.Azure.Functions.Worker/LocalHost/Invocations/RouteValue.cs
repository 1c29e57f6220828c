using System.Globalization;
using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Turns the text of a route value into a parameter's type: text as it is, Guid and date parsed, everything else read as JSON.</summary>
internal static class RouteValue
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The converted value; throws <see cref="FunctionInputConverterException"/> where the text does not fit the type.</summary>
    public static object? Convert(string text, Type type, string parameter, string function)
    {
        if (type.IsAssignableFrom(typeof(string)))
        {
            return text;
        }

        var wanted = Nullable.GetUnderlyingType(type) ?? type;

        if (wanted == typeof(Guid) && Guid.TryParse(text, out var guid))
        {
            return guid;
        }

        if (wanted == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.CurrentCulture, out var instant))
        {
            return instant;
        }

        if (wanted == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.CurrentCulture, out var date))
        {
            return date;
        }

        try
        {
            return JsonSerializer.Deserialize(text, type, Options);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new FunctionInputConverterException(
                $"Function '{function}': parameter '{parameter}' takes no '{text}' as {type}: {fault.Message}", fault);
        }
    }
}
