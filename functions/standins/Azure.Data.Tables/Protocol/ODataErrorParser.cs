using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads code and sentence from an OData error, and from a transaction's error which change was refused.</summary>
internal sealed class ODataErrorParser : RequestFailedDetailsParser
{
    public const string FailedEntity = "FailedEntity";

    public static ODataErrorParser Shared { get; } = new();

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;

        if (response.ContentStream is null || Document(response.Content) is not { } document)
        {
            return false;
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("odata.error", out var fault))
            {
                return false;
            }

            var code = fault.TryGetProperty("code", out var named) ? named.GetString() : null;
            var message = fault.TryGetProperty("message", out var said) && said.TryGetProperty("value", out var text) ? text.GetString() : null;
            data = new Dictionary<string, string>(StringComparer.Ordinal);

            if (IndexOf(message) is { } index)
            {
                data[FailedEntity] = index.ToString(CultureInfo.InvariantCulture);
            }

            error = new ResponseError(code, message);
            return true;
        }
    }

    /// <summary>A body that is not JSON, such as a proxy's page, is no error of the service's own: the status alone then speaks.</summary>
    private static JsonDocument Document(BinaryData content)
    {
        try
        {
            return content.ToMemory().IsEmpty ? null : JsonDocument.Parse(content.ToMemory());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A transaction's sentence begins with the position of the refused change: "3:The specified entity already exists."</summary>
    private static int? IndexOf(string message)
    {
        var end = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return end > 0 && int.TryParse(message.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
