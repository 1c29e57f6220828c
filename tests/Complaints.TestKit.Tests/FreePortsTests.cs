using System.Net;
using System.Net.Sockets;

namespace Complaints.TestKit.Tests;

public sealed class FreePortsTests
{
    [Fact]
    public void Take_Several_AreDifferentAndCanBeListenedOn()
    {
        var ports = FreePorts.Take(20);

        Assert.Equal(20, ports.Distinct().Count());
        Assert.All(ports, port =>
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        });
    }
}
