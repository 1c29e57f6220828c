using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>What the environment variables say about the local host.</summary>
internal sealed record LocalSettings(int Port, string? StateFolder, string? MasterKey, string? HostKey)
{
    /// <summary>The port unless one is named; the same as that of the Functions tools.</summary>
    private const int DefaultPort = 7071;

    /// <summary>The name of the environment; ASPNETCORE_ENVIRONMENT has no say.</summary>
    public static string EnvironmentName => Read("DOTNET_ENVIRONMENT") ?? Read("AZURE_FUNCTIONS_ENVIRONMENT") ?? "Production";

    /// <summary>Whether both names of the environment that are given say Development, so that no keys are asked for.</summary>
    public static bool IsDevelopment =>
        IsDevelopmentName(EnvironmentName) && IsDevelopmentName(Read("AZURE_FUNCTIONS_ENVIRONMENT") ?? EnvironmentName);

    /// <summary>Whether log lines go to the console too.</summary>
    public static bool WantsConsole => string.Equals(Read("FUNCTIONS_LOCAL_CONSOLE"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the variables; throws <see cref="StartRefusedException"/> for a port that is none.</summary>
    public static LocalSettings FromEnvironment() => new(
        ReadPort(Read("FUNCTIONS_LOCAL_PORT")),
        Read("FUNCTIONS_LOCAL_STATE"),
        Read("FUNCTIONS_MASTER_KEY"),
        Read("FUNCTIONS_HOST_KEY"));

    private static int ReadPort(string? text)
    {
        if (text is null)
        {
            return DefaultPort;
        }

        return ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new StartRefusedException($"FUNCTIONS_LOCAL_PORT is '{text}': it takes a number from 0 (any free port) to 65535.");
    }

    private static bool IsDevelopmentName(string name) => string.Equals(name, "Development", StringComparison.OrdinalIgnoreCase);

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
