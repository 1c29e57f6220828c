using System.Security.Cryptography;

namespace Complaints.Storage.Vault;

/// <summary>
/// The 256-bit keys that wrap the data keys of complaints, each under a name. The first is current: it wraps what is new; the others still unwrap
/// what they wrapped.
/// </summary>
public sealed class VaultKeys
{
    private const int Bytes = 32;

    private readonly Dictionary<string, byte[]> keys;

    private VaultKeys(string current, Dictionary<string, byte[]> keys)
    {
        Current = current;
        this.keys = keys;
    }

    /// <summary>The name of the key that wraps new data keys.</summary>
    public string Current { get; }

    /// <summary>The names of all keys.</summary>
    public IReadOnlyCollection<string> Ids => keys.Keys;

    /// <summary>Reads keys from configuration: <c>id:base64,id:base64</c>, the current one first.</summary>
    /// <exception cref="FormatException">It is empty, or an entry is not a new name and 32 bytes; the message repeats no key.</exception>
    public static VaultKeys Parse(string? configured)
    {
        if (string.IsNullOrWhiteSpace(configured))
        {
            throw new FormatException("The vault has no wrapping key: configure at least one as id:base64, of 32 random bytes.");
        }

        string? current = null;
        var read = new Dictionary<string, byte[]>();

        foreach (var (number, entry) in configured.Split(',', StringSplitOptions.TrimEntries).Index())
        {
            var (id, key) = ReadEntry(entry, number + 1);
            current ??= id;

            if (!read.TryAdd(id, key))
            {
                throw new FormatException($"The vault's wrapping key {id} is configured twice.");
            }
        }

        return new VaultKeys(current!, read);
    }

    /// <summary>The key of this name.</summary>
    /// <exception cref="CryptographicException">There is none.</exception>
    internal ReadOnlySpan<byte> this[string id] => keys.TryGetValue(id, out var key)
        ? key
        : throw new CryptographicException($"The vault's configuration does not name the wrapping key {id}.");

    private static (string Id, byte[] Key) ReadEntry(string entry, int number)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);

        if (colon < 0 || !KeyPart.Is(entry[..colon]))
        {
            throw new FormatException(
                $"Entry {number} of the vault's wrapping keys is not id:base64, with an id of lower-case letters, digits, '-' and '.'.");
        }

        var id = entry[..colon];
        var key = new byte[Bytes];

        return Convert.TryFromBase64String(entry[(colon + 1)..], key, out var written) && written == Bytes
            ? (id, key)
            : throw new FormatException($"The vault's wrapping key {id} is not the base64 of {Bytes} bytes.");
    }
}
