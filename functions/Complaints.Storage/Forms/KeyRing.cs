using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Complaints.Storage.Vault;

namespace Complaints.Storage.Forms;

/// <summary>
/// The keys that all hosts of the tracker sign forms and seal sessions with, one blob each, so that a form opened on one host can be sent to another. Each lies
/// sealed under a key that comes from one of the vault's wrapping keys and is used for nothing else, bound to the blob's name.
/// </summary>
/// <param name="container">Where they lie.</param>
/// <param name="keys">The wrapping keys. The current one seals; what an earlier one sealed, or nothing yet, is sealed anew when it is read.</param>
public sealed class KeyRing(BlobContainerClient container, VaultKeys keys)
{
    private const string Mark = "sealed";
    private const int KeyBytes = 32;

    /// <summary>Every key that can be opened, as XML, and the names of those that cannot: changed, or sealed under a key that is no longer configured.</summary>
    public (IReadOnlyList<string> Keys, IReadOnlyList<string> Unreadable) Read()
    {
        var (all, unreadable) = (new List<string>(), new List<string>());

        foreach (var name in container.GetBlobs().Select(each => each.Name))
        {
            var found = container.GetBlobClient(name).DownloadContent().Value;

            if (Open(name, found.Content.ToString()) is not { } key)
            {
                unreadable.Add(name);
                continue;
            }

            all.Add(key.Xml);

            if (key.SealedBy != keys.Current)
            {
                SealAnew(name, key.Xml, found.Details.ETag);
            }
        }

        return (all, unreadable);
    }

    /// <summary>Adds a key.</summary>
    public void Add(string name, string xml) => container.GetBlobClient(name).Upload(Seal(name, xml), overwrite: false);

    private void SealAnew(string name, string xml, ETag read)
    {
        try
        {
            container.GetBlobClient(name).Upload(Seal(name, xml), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = read } });
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Another host was faster and has done the same.
        }
    }

    private BinaryData Seal(string name, string xml) => BinaryData.FromString(string.Join(
        ':', Mark, keys.Current, Convert.ToBase64String(SealedBytes.Seal(KeyFrom(keys.Current), Encoding.UTF8.GetBytes(xml), Encoding.UTF8.GetBytes(name)))));

    private (string Xml, string? SealedBy)? Open(string name, string text)
    {
        if (text.Split(':') is not [Mark, var id, var bytes])
        {
            // From before keys were sealed.
            return text.StartsWith('<') ? (text, null) : null;
        }

        try
        {
            return (Encoding.UTF8.GetString(SealedBytes.Open(KeyFrom(id), Convert.FromBase64String(bytes), Encoding.UTF8.GetBytes(name))), id);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private byte[] KeyFrom(string id)
    {
        var key = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys[id], key, salt: [], info: "complaints form keys"u8);
        return key;
    }
}
