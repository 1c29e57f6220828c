using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;

namespace Complaints.TestKit;

/// <summary>
/// ClamAV's own daemon on a socket of its own, with one signature that finds <see cref="FakeScanner.Canary"/>: real signatures would have to be fetched.
/// </summary>
public sealed class ClamdServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";

    private readonly Process process;
    private readonly string folder;

    private ClamdServer(Process process, string folder)
    {
        this.process = process;
        this.folder = folder;
    }

    /// <summary>Whether the daemon is installed here.</summary>
    public static bool IsInstalled => File.Exists(Program);

    /// <summary>The socket it listens on.</summary>
    public string Socket => SocketIn(folder);

    /// <summary>Starts it, and returns once it listens.</summary>
    public static async Task<ClamdServer> StartAsync(CancellationToken cancellationToken)
    {
        var own = Directory.CreateTempSubdirectory("clamd-").FullName;
        var signature = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(FakeScanner.Canary));
        await File.WriteAllTextAsync(Path.Combine(own, "test.ndb"), $"Complaints.Test.Canary:0:*:{signature}\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(own, "clamd.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            Foreground yes
            DatabaseDirectory {own}
            LocalSocket {SocketIn(own)}
            StreamMaxLength 100M
            MaxFileSize 100M
            MaxScanSize 400M
            AlertExceedsMax yes

            """), cancellationToken);
        var start = new ProcessStartInfo(Program, ["--config-file", Path.Combine(own, "clamd.conf")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var server = new ClamdServer(Process.Start(start)!, own);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.ErrorDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));

        while (!File.Exists(server.Socket))
        {
            if (server.process.HasExited)
            {
                throw new InvalidOperationException("clamd ended before it listened.");
            }

            await looks.WaitForNextTickAsync(cancellationToken);
        }

        return server;
    }

    /// <summary>Ends it at once.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends what still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string SocketIn(string folder) => Path.Combine(folder, "clamd.socket");
}
