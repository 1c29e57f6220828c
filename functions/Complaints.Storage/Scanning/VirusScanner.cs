using System.Net;
using System.Net.Sockets;

namespace Complaints.Storage.Scanning;

/// <summary>
/// A virus scanner (ClamAV's <c>clamd</c>) that is asked over its INSTREAM protocol: a document is shown to it piece by piece, and it answers once. Whatever
/// goes wrong between us and it is no verdict, and never an error of the upload.
/// </summary>
public sealed class VirusScanner
{
    // What the system takes for a socket.
    private const int LongestPath = 104;

    private readonly EndPoint? address;

    private VirusScanner(EndPoint? address) => this.address = address;

    /// <summary>Whether there is one to ask.</summary>
    public bool IsThere => address is not null;

    /// <summary>The scanner at <c>host:port</c> or behind a Unix socket, given by its absolute path; none for null.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static VirusScanner At(string? text) => new(
        text is null ? null
        : text.StartsWith('/') && text.Length < LongestPath ? new UnixDomainSocketEndPoint(text)
        : text.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(text.AsSpan(colon + 1), out var port) && port > 0
            ? new DnsEndPoint(text[..colon].Trim('[', ']'), port)
        : throw new FormatException($"The address of the virus scanner is '{text}'; write host:port, or the path of its socket, for example /run/clamav/clamd.ctl."));

    /// <summary>Begins to show it a document.</summary>
    public async Task<ScanSession> BeginAsync(CancellationToken cancellationToken)
    {
        var session = new ScanSession();

        if (address is not null)
        {
            await session.ConnectAsync(address, cancellationToken);
        }

        return session;
    }
}
