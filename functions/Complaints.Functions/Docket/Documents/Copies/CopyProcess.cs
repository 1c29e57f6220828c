using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>
/// Makes a copy of a PDF or an office document in a process of its own. A stranger's document can be nested until the stack ends, or swell until memory does:
/// then that process ends, and the tracker goes on. It has none of the tracker's settings and secrets, and all it writes is the copy.
/// </summary>
internal static class CopyProcess
{
    /// <summary>The argument with which this program makes one copy; the media type comes after it.</summary>
    public const string Verb = "make-copy";

    private const int Refused = 3;
    private const int LongestCopy = 256 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // What the runtime needs to start where it is not installed system-wide.
    private static readonly string[] Kept = ["PATH", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP"];

    /// <summary>Makes the copy of a document, from the outside.</summary>
    /// <exception cref="CannotStripException">There is none, or it takes too much memory or time.</exception>
    public static async Task MakeAsync(string type, Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var process = Process.Start(Start(type)) ?? throw new InvalidOperationException("No process to make a copy in was started.");

        try
        {
            limit.CancelAfter(Longest);
            await using var end = limit.Token.Register(() => End(process));
            await Task.WhenAll(SendAsync(from, process, cancellationToken), ReceiveAsync(process, to), process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None));
            await process.WaitForExitAsync(CancellationToken.None);
        }
        finally
        {
            End(process);
        }

        cancellationToken.ThrowIfCancellationRequested();

        if (limit.IsCancellationRequested || to.Length > LongestCopy)
        {
            throw CannotStripException.TooLarge();
        }

        if (process.ExitCode != 0)
        {
            throw process.ExitCode == Refused ? CannotStripException.Parse(Encoding.UTF8.GetString(to.ToArray())) : CannotStripException.Damaged("its parts cannot be followed");
        }
    }

    /// <summary>Makes one copy, inside: from standard input to standard output. Returns the exit code.</summary>
    public static async Task<int> RunAsync(string type)
    {
        if (OperatingSystem.IsLinux())
        {
            // Whatever becomes of this process, none of its memory is ever written to a disk.
            await File.WriteAllTextAsync("/proc/self/coredump_filter", "0");
        }

        await using var output = Console.OpenStandardOutput();

        try
        {
            using var copy = new MemoryStream();
            await WriteAsync(type, copy);
            await output.WriteAsync(copy.GetBuffer().AsMemory(0, (int)copy.Length));
            return 0;
        }
        catch (CannotStripException cannot)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(cannot.ToText()));
            return Refused;
        }
    }

    private static async Task WriteAsync(string type, MemoryStream copy)
    {
        try
        {
            await using var input = Console.OpenStandardInput();
            using var whole = new MemoryStream();
            await input.CopyToAsync(whole);
            whole.Position = 0;
            await (type switch
            {
                "application/pdf" => PdfCopy.WriteAsync(whole, copy, CancellationToken.None),
                "application/vnd.oasis.opendocument.text" => OfficeCopy.WriteAsync(whole, copy, new OdtTexts(), CancellationToken.None),
                _ => OfficeCopy.WriteAsync(whole, copy, new DocxTexts(), CancellationToken.None),
            });
        }
        catch (OutOfMemoryException)
        {
            throw CannotStripException.TooLarge();
        }
        catch (Exception malformed) when (SharedCopy.IsMalformed(malformed))
        {
            throw CannotStripException.Damaged("its parts contradict each other");
        }
    }

    private static ProcessStartInfo Start(string type)
    {
        // Not the program that runs now, which a host may be: the runtime that it runs on.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var start = new ProcessStartInfo(dotnet, [typeof(CopyProcess).Assembly.Location, Verb, type])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var known = Kept.ToDictionary(each => each, Environment.GetEnvironmentVariable);
        start.Environment.Clear();

        foreach (var (name, value) in known.Where(each => each.Value is not null))
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = "0x28000000"; // 640 MB
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    private static async Task SendAsync(Stream from, Process process, CancellationToken cancellationToken)
    {
        try
        {
            var piece = new byte[64 * 1024];

            for (int count; (count = await from.ReadAsync(piece, cancellationToken)) > 0;)
            {
                await PassAsync(piece.AsMemory(0, count), process);
            }
        }
        finally
        {
            await PassAsync(null, process);
        }
    }

    /// <summary>Gives the process a piece of the document, or says that there is no more. It may have ended, which its exit code tells.</summary>
    private static async Task PassAsync(ReadOnlyMemory<byte>? piece, Process process)
    {
        try
        {
            if (piece is { } more)
            {
                await process.StandardInput.BaseStream.WriteAsync(more, CancellationToken.None);
            }
            else
            {
                process.StandardInput.Close();
            }
        }
        catch (IOException)
        {
            // What is left is read all the same, so that the hash of the original is checked.
        }
    }

    private static async Task ReceiveAsync(Process process, MemoryStream to)
    {
        var piece = new byte[64 * 1024];

        for (int count; (count = await process.StandardOutput.BaseStream.ReadAsync(piece, CancellationToken.None)) > 0;)
        {
            to.Write(piece, 0, count);

            if (to.Length > LongestCopy)
            {
                End(process);
                return;
            }
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
