using System.IO;
using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>What host.json beside the program says to the local host.</summary>
internal sealed record HostFile(string RoutePrefix)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the file; without one, or without the setting, the prefix is "api".</summary>
    public static HostFile Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");

        if (!File.Exists(path))
        {
            return new HostFile("api");
        }

        using var file = ReadJson(path);
        return new HostFile(RoutePrefixOf(file.RootElement).Trim('/'));
    }

    private static JsonDocument ReadJson(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
        }
        catch (JsonException fault)
        {
            throw new StartRefusedException($"host.json is not JSON: {fault.Message}");
        }
    }

    private static string RoutePrefixOf(JsonElement root) =>
        root.TryGetProperty("extensions", out var extensions)
        && extensions.TryGetProperty("http", out var http)
        && http.TryGetProperty("routePrefix", out var prefix)
            ? prefix.GetString() ?? "api"
            : "api";
}
