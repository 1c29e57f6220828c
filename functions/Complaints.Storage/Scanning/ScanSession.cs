using System.Buffers.Binary;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Scanning;

/// <summary>One document that is being shown to the scanner, if there is one.</summary>
public sealed class ScanSession : IAsyncDisposable
{
    private const int LongestAnswer = 1024;

    private static readonly TimeSpan ConnectsWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TakesWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SpeaksWithin = TimeSpan.FromSeconds(120);

    private NetworkStream? connection;
    private string? failure;
    private bool isAsked;

    internal ScanSession()
    {
    }

    /// <summary>Whether the scanner listens so far.</summary>
    public bool IsOpen => connection is not null;

    /// <summary>Shows it the next bytes.</summary>
    public async ValueTask FeedAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (connection is null || bytes.Length == 0)
        {
            return;
        }

        await TryAsync(TakesWithin, async stop =>
        {
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            await connection.WriteAsync(length, stop);
            await connection.WriteAsync(bytes, stop);
            return "";
        }, cancellationToken);
    }

    /// <summary>Says that it has seen everything, and waits for what it says.</summary>
    public async Task<Verdict> EndAsync(CancellationToken cancellationToken)
    {
        var answer = connection is null ? null : await TryAsync(SpeaksWithin, async stop =>
        {
            await connection.WriteAsync(new byte[sizeof(int)], stop);
            var buffer = new byte[LongestAnswer];
            var count = await connection.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
            return Encoding.UTF8.GetString(buffer, 0, count).TrimEnd('\0', '\n');
        }, cancellationToken);
        return !isAsked ? new Verdict(null, null, null) : answer is null ? new Verdict(Scans.Quarantined, null, failure) : Read(answer);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    internal async Task ConnectAsync(EndPoint address, CancellationToken cancellationToken)
    {
        isAsked = true;
        await TryAsync(ConnectsWithin, async stop =>
        {
            var socket = address is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);

            try
            {
                await socket.ConnectAsync(address, stop);
                connection = new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }

            await connection.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
            return "";
        }, cancellationToken);
    }

    // "stream: OK", "stream: NAME FOUND" or "... ERROR"; what it did not look into for a limit of its own it also calls found.
    private static Verdict Read(string answer) => answer switch
    {
        "stream: OK" => new Verdict(Scans.Clean, null, null),
        _ when answer.StartsWith("stream: Heuristics.Limits.Exceeded", StringComparison.Ordinal) => new Verdict(Scans.Quarantined, null, answer),
        _ when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) =>
            new Verdict(Scans.Infected, answer["stream: ".Length..^" FOUND".Length], null),
        _ => new Verdict(Scans.Quarantined, null, answer.Length == 0 ? "The scanner ended without an answer." : answer),
    };

    /// <summary>Null, and the connection given up, if it fails or takes too long; only the caller's own giving up goes through.</summary>
    private async Task<string?> TryAsync(TimeSpan within, Func<CancellationToken, Task<string>> talk, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(within);

        try
        {
            return await talk(patience.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            failure = e is OperationCanceledException ? "The scanner did not answer in time." : e.Message;
            await DisposeAsync();
            connection = null;
            return null;
        }
    }
}

/// <summary>What came of showing a document to the scanner.</summary>
/// <param name="Scan">The verdict, of <see cref="Scans"/>; null where there is no scanner.</param>
/// <param name="Found">What it calls what it found.</param>
/// <param name="Why">Why there is no verdict; for the log.</param>
public sealed record Verdict(string? Scan, string? Found, string? Why);
