using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>Calls a tracker from an address of its own: on a laptop all of 127.0.0.0/8 is here.</summary>
internal static class From
{
    private static int addresses;

    /// <summary>An address that no other test has called from.</summary>
    public static string Anew() => Interlocked.Increment(ref addresses) is var number ? $"127.9.{number / 250}.{(number % 250) + 1}" : "";

    public static HttpClient Address(Uri tracker, string address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = tracker };
}
