using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Access;

/// <summary>
/// Where a call comes from. What a client writes into <c>X-Forwarded-For</c> stands on the left of what the platform appends, so the last public address is the
/// one that the platform saw: that of the connection itself, or, where this is one of the platform's own hops, the last of the header.
/// </summary>
internal static class CallerAddress
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[] { "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7", "fe80::/10" }.Select(IPNetwork.Parse),
    ];

    /// <summary>The address that one household or office shares: an IPv4 address, or the first 64 bits of an IPv6 address.</summary>
    public static IPAddress Of(HttpContext http, Surroundings surroundings)
    {
        var connection = Plain(http.Connection.RemoteIpAddress ?? IPAddress.Loopback);
        var hops = surroundings.IsBehindPlatform ? Forwarded(http).Append(connection) : [connection];
        return Shared(hops.LastOrDefault(hop => !Array.Exists(Inner, network => network.Contains(hop))) ?? connection);
    }

    private static IEnumerable<IPAddress> Forwarded(HttpContext http) =>
        from value in http.Request.Headers["X-Forwarded-For"]
        from hop in value?.Split(',', StringSplitOptions.TrimEntries) ?? []
        let address = IPEndPoint.TryParse(hop, out var read) ? Plain(read.Address) : null
        where address is not null
        select address;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPAddress Shared(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]) : address;
}
