using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Complaints.TestKit.Tests;

public sealed partial class AzuriteServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_InMemory_ServesBlobsAndTablesSideBySide()
    {
        await using var one = await AzuriteServer.StartAsync(cancellationToken: Stop);
        await using var other = await AzuriteServer.StartAsync(cancellationToken: Stop);

        Assert.StartsWith("Azurite-Blob", await ServerAsync(one.BlobPort));
        Assert.StartsWith("Azurite-Table", await ServerAsync(one.TablePort));
        Assert.StartsWith("Azurite-Table", await ServerAsync(other.TablePort));
        Assert.Contains($"TableEndpoint=http://127.0.0.1:{one.TablePort}/devstoreaccount1;", one.ConnectionString);
    }

    [Fact]
    public async Task DisposeAsync_WithFolder_SavesTheTables()
    {
        var folder = Directory.CreateTempSubdirectory("azurite folder ");

        try
        {
            await using (await AzuriteServer.StartAsync(folder.FullName, Stop))
            {
            }

            Assert.True(File.Exists(Path.Combine(folder.FullName, "__azurite_db_table__.json")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task DisposeAsync_Running_LeavesNoProcess()
    {
        var azurite = await AzuriteServer.StartAsync(cancellationToken: Stop);
        using var process = Process.GetProcessById(azurite.ProcessId);

        await azurite.DisposeAsync();

        await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Fact]
    public async Task KillAsync_Running_EndsIt()
    {
        await using var azurite = await AzuriteServer.StartAsync(cancellationToken: Stop);

        await azurite.KillAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => ServerAsync(azurite.TablePort));
    }

    [Fact]
    public async Task StartAsync_FolderIsAFile_SaysWhatAzuriteSaid()
    {
        var file = Path.GetTempFileName();

        try
        {
            var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => AzuriteServer.StartAsync(file, Stop));

            Assert.StartsWith("Azurite ended before it listened. It said:", thrown.Message);
            Assert.Contains(file, thrown.Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // The holder of the pipe is killed without a chance to tidy up, as a crashed test run is.
    [Fact]
    public async Task Emulator_ItsStarterIsKilled_EndsToo()
    {
        using var starter = StartWithoutWaiting("""
            const { spawn } = require('node:child_process');
            const emulator = spawn('node', ['infra/laptop/emulator.cjs'], { stdio: ['pipe', 'pipe', 'inherit'] });
            emulator.stdout.on('data', text => String(text).includes('Table service is successfully') && console.log('pid ' + emulator.pid));
            """);
        var announced = await starter.StandardOutput.ReadLineAsync(Stop);
        using var emulator = Process.GetProcessById(int.Parse(Pid().Match(announced!).Value, CultureInfo.InvariantCulture));

        starter.Kill();

        await emulator.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    private static Process StartWithoutWaiting(string script) => Process.Start(new ProcessStartInfo("node", ["-e", script])
    {
        WorkingDirectory = Repository.Root,
        UseShellExecute = false,
        RedirectStandardOutput = true,
    })!;

    private static async Task<string> ServerAsync(int port)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/devstoreaccount1"), Stop);
        return answer.Headers.Server.ToString();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Pid();
}
