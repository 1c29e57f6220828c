using System.Buffers.Binary;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Complaints.TestKit;

/// <summary>
/// Speaks clamd's INSTREAM on 127.0.0.1: finds what holds <see cref="Canary"/>, and can be told to say something else, or to fall silent. It remembers how many
/// bytes it was shown.
/// </summary>
public sealed class FakeScanner : IAsyncDisposable
{
    /// <summary>What it finds.</summary>
    public const string Canary = "SYNTHETIC-INFECTION-CANARY";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    /// <summary>Begins to listen.</summary>
    public FakeScanner()
    {
        listener.Start();
        Address = $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        serving = ServeAsync();
    }

    /// <summary>Where it listens, as the tracker is told.</summary>
    public string Address { get; }

    /// <summary>What it says in place of a verdict; null for a verdict.</summary>
    public string? Says { get; set; }

    /// <summary>Whether it hangs up as soon as somebody calls.</summary>
    public bool IsDown { get; set; }

    /// <summary>How many bytes of documents it was shown in all.</summary>
    public long Shown { get; private set; }

    /// <summary>Stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stopping.Token);

            try
            {
                await AnswerAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The tracker hung up.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];

        if (IsDown || await stream.ReadAtLeastAsync(command, command.Length, throwOnEndOfStream: false, stopping.Token) < command.Length)
        {
            return;
        }

        using var whole = new MemoryStream();
        var length = new byte[sizeof(int)];

        for (int count; ;)
        {
            await stream.ReadExactlyAsync(length, stopping.Token);

            if ((count = BinaryPrimitives.ReadInt32BigEndian(length)) == 0)
            {
                break;
            }

            var piece = new byte[count];
            await stream.ReadExactlyAsync(piece, stopping.Token);
            whole.Write(piece);
        }

        Shown += whole.Length;
        var found = whole.GetBuffer().AsSpan(0, (int)whole.Length).IndexOf(Encoding.ASCII.GetBytes(Canary)) >= 0;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Says ?? (found ? "stream: Fake.Canary FOUND" : "stream: OK")}\0"), stopping.Token);
    }
}
