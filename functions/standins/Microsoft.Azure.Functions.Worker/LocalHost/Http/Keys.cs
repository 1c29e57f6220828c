using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The keys that open functions, shown in the header x-functions-key or the query value code. In development none is asked for.</summary>
internal sealed class Keys(LocalSettings settings)
{
    private readonly bool _open = LocalSettings.IsDevelopment;
    private readonly byte[]? _master = Bytes(settings.MasterKey);
    private readonly byte[]? _host = Bytes(settings.HostKey);

    /// <summary>Whether the request may pass at this level: the master key opens all, the host key the level Function.</summary>
    public bool Open(HttpRequest request, AuthorizationLevel level)
    {
        if (_open || level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        return ShownIn(request) is { } shown
            && (Same(shown, _master) || (level == AuthorizationLevel.Function && Same(shown, _host)));
    }

    private static byte[]? ShownIn(HttpRequest request)
    {
        var header = request.Headers["x-functions-key"];
        return Bytes(header.Count > 0 ? header.ToString() : request.Query["code"].ToString());
    }

    private static bool Same(byte[] shown, byte[]? key) => key is not null && CryptographicOperations.FixedTimeEquals(shown, key);

    // Digests, so that the comparison tells nothing of the key's length either.
    private static byte[]? Bytes(string? key) => string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
