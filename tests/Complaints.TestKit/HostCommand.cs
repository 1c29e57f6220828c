using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Complaints.TestKit;

/// <summary>
/// How a built functions app is started: <c>dotnet app.dll</c> with its local host, or the command that COMPLAINTS_HOST_COMMAND names,
/// which gets the app's folder and a port as its arguments and runs the app under another host.
/// </summary>
internal static class HostCommand
{
    /// <summary>The environment variable that names another host's command.</summary>
    public const string Variable = "COMPLAINTS_HOST_COMMAND";

    private static readonly string[] NotInherited = ["FUNCTIONS_", "AZURE_FUNCTIONS_", "AzureWebJobs", "ASPNETCORE_", "DOTNET_ENVIRONMENT"];

    /// <summary>The other host's command; null where the app brings its own.</summary>
    public static string? OtherHost => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } command ? command : null;

    /// <summary>Ready to start: the given variables beside those of the tests, less what would steer a host.</summary>
    public static ProcessStartInfo For(string app, int port, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo
        {
            FileName = OtherHost ?? "dotnet",
            WorkingDirectory = Path.GetDirectoryName(app),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        if (OtherHost is null)
        {
            start.ArgumentList.Add(app);
        }
        else
        {
            start.ArgumentList.Add(Path.GetDirectoryName(app)!);
            start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var name in start.Environment.Keys.Where(IsNotInherited).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["FUNCTIONS_LOCAL_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["FUNCTIONS_LOCAL_CONSOLE"] = "true";

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsNotInherited(string name) => Array.Exists(NotInherited, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
