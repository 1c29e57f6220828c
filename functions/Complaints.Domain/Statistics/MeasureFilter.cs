namespace Complaints.Domain.Statistics;

/// <summary>How a row says what it counts: <c>key=value</c> pairs with a semicolon between them, from the general to the special.</summary>
internal static class MeasureFilter
{
    /// <summary>A filter narrowed by one more pair.</summary>
    public static string And(string? filter, string key, string value)
    {
        var pair = $"{key}={Escape(value)}";
        return filter is null ? pair : $"{filter};{pair}";
    }

    /// <summary>The value of the last pair, if the filter is this one narrowed by exactly this key; else null.</summary>
    public static string? ValueUnder(string? filter, string? parent, string key)
    {
        var start = parent is null ? $"{key}=" : $"{parent};{key}=";

        return filter is not null && filter.StartsWith(start, StringComparison.Ordinal) && !filter[start.Length..].Contains(';', StringComparison.Ordinal)
            ? Uri.UnescapeDataString(filter[start.Length..])
            : null;
    }

    /// <summary>The pairs of a filter; none of no filter.</summary>
    public static IReadOnlyList<(string Key, string Value)> PartsOf(string? filter) => filter is null ? [] :
    [
        .. filter.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "")),
    ];

    // The name of a challenged act is free text and may hold the signs that separate pairs.
    private static string Escape(string value) => value
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("=", "%3D", StringComparison.Ordinal);
}
