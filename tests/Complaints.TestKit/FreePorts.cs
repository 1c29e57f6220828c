using System.Net;
using System.Net.Sockets;

namespace Complaints.TestKit;

/// <summary>TCP ports of 127.0.0.1 that nothing listens on at the moment of asking.</summary>
public static class FreePorts
{
    /// <summary>One free port.</summary>
    public static int Take() => Take(1)[0];

    /// <summary>As many different free ports as asked for; all are held until the last is found, so none comes twice.</summary>
    public static IReadOnlyList<int> Take(int count)
    {
        var held = new List<TcpListener>(count);

        try
        {
            for (var i = 0; i < count; i++)
            {
                var listener = new TcpListener(IPAddress.Loopback, port: 0);
                held.Add(listener);
                listener.Start();
            }

            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }
    }
}
