namespace Azure.Data.Tables.Protocol;

/// <summary>What a connection string says: where the account's tables are, and the key to them.</summary>
internal sealed record StorageAccount(Uri TableEndpoint, TableSharedKeyCredential Credential)
{
    private const string EmulatorName = "devstoreaccount1";

    /// <summary>The key every storage emulator is published with; it opens nothing else.</summary>
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static StorageAccount Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Setting)
            .ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.OrdinalIgnoreCase);

        if (settings.GetValueOrDefault("UseDevelopmentStorage") == "true")
        {
            return Emulator(settings.GetValueOrDefault("DevelopmentStorageProxyUri") ?? "http://127.0.0.1");
        }

        if (settings.ContainsKey("SharedAccessSignature"))
        {
            throw new NotSupportedException("Shared access signatures are not part of this subset; give an account key.");
        }

        if (!settings.TryGetValue("AccountName", out var name)
            || !settings.TryGetValue("AccountKey", out var key)
            || Endpoint(settings, name) is not { } endpoint)
        {
            throw new ArgumentException("The connection string needs an account name, its key, and an endpoint or its suffix.", nameof(connectionString));
        }

        return new(endpoint, new(name, key));
    }

    private static (string Name, string Value) Setting(string text)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        return split > 0
            ? (text[..split].Trim(), text[(split + 1)..].Trim())
            : throw new InvalidOperationException("The connection string has a part that is not of the form name=value.");
    }

    private static Uri Endpoint(Dictionary<string, string> settings, string name)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint))
        {
            return new(endpoint, UriKind.Absolute);
        }

        return settings.TryGetValue("EndpointSuffix", out var suffix)
            ? new($"{settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https"}://{name}.table.{suffix}")
            : null;
    }

    private static StorageAccount Emulator(string proxy) =>
        new(new UriBuilder(proxy) { Port = 10002, Path = EmulatorName }.Uri, new(EmulatorName, EmulatorKey));
}
