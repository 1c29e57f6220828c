using System.Globalization;
using System.Xml;

namespace Azure.Data.Tables.Protocol;

/// <summary>Writes values into OData filters and addresses so that they cannot be taken for anything but values.</summary>
internal static class ODataLiteral
{
    public static string Filter(FormattableString filter) =>
        filter is null ? null : string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Of)]);

    /// <summary>A key as it stands in an address, between apostrophes.</summary>
    public static string Key(string key) => Uri.EscapeDataString(Doubled(key));

    private static string Of(object value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        long or ulong => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
        sbyte or byte or short or ushort or int or uint or decimal or float or double => Convert.ToString(value, CultureInfo.InvariantCulture),
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes)}'",
        DateTimeOffset instant => $"datetime'{XmlConvert.ToString(instant.UtcDateTime, XmlDateTimeSerializationMode.RoundtripKind)}'",
        DateTime instant => $"datetime'{XmlConvert.ToString(instant.ToUniversalTime(), XmlDateTimeSerializationMode.RoundtripKind)}'",
        string or char => $"'{Doubled(value.ToString())}'",
        _ => throw new ArgumentException($"A {value.GetType()} has no form in a filter.", nameof(value)),
    };

    private static string Doubled(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
