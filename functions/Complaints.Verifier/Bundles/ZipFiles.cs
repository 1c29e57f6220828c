using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Complaints.Verifier.Bundles;

/// <summary>The files of a bundle, unzipped.</summary>
internal sealed class ZipFiles
{
    /// <summary>More than any file of a bundle has: a zip that unpacks to more was not made by the tracker.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly string[] Names = ["documents.json", "events.jsonl", "manifest.json", "manifest.sha256", "manifest.signature", "receipt.json", "rulebook.json", "timeline.txt"];

    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the files as such; null if each is there once and no other.</summary>
    public string? Fault { get; private set; }

    /// <summary>A file's bytes.</summary>
    public byte[] this[string name] => files[name];

    /// <exception cref="InvalidDataException">It is no zip, or it is cut off.</exception>
    public static ZipFiles Read(string path)
    {
        var read = new ZipFiles();
        using var zip = ZipFile.OpenRead(path);

        foreach (var entry in zip.Entries)
        {
            read.Fault ??= !Names.Contains(entry.FullName, StringComparer.Ordinal) ? $"{entry.FullName} is no file of a bundle."
                : !read.files.TryAdd(entry.FullName, BytesOf(entry)) ? $"{entry.FullName} is there twice." : null;
        }

        read.Fault ??= Names.FirstOrDefault(name => !read.files.ContainsKey(name)) is { } missing ? $"{missing} is missing." : null;
        read.Fault ??= read.IsSealed() ? null : "manifest.json was changed: it does not fit manifest.sha256.";
        return read;
    }

    /// <summary>The SHA-256 of a file, lower-case hexadecimal.</summary>
    public string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(files[name]));

    private bool IsSealed() => Encoding.ASCII.GetString(this["manifest.sha256"]) == $"{HashOf("manifest.json")}  manifest.json\n";

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var whole = new MemoryStream();
        var portion = new byte[64 * 1024];

        for (int count; (count = content.Read(portion)) > 0;)
        {
            whole.Write(portion, 0, count);

            if (whole.Length > MostBytes)
            {
                throw new InvalidDataException($"{entry.FullName} is larger than any file of a bundle.");
            }
        }

        return whole.ToArray();
    }
}
