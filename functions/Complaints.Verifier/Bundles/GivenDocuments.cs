using System.IO;
using System.Security.Cryptography;

namespace Complaints.Verifier.Bundles;

/// <summary>The documents at hand, known by their content: under which names they lie makes no difference.</summary>
internal sealed class GivenDocuments
{
    private readonly HashSet<(string Sha256, long Size)> contents = [];

    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    public static GivenDocuments Read(string folder)
    {
        var given = new GivenDocuments();

        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = File.OpenRead(path);
            given.contents.Add((Convert.ToHexStringLower(SHA256.HashData(file)), file.Length));
        }

        return given;
    }

    /// <summary>Every document that is not there as it was recorded.</summary>
    public IEnumerable<string> Faults(IEnumerable<ListedDocument> documents) =>
        from each in documents
        where !contents.Contains((each.Sha256, each.Size))
        select FormattableString.Invariant($"document {each.Number} was replaced or is not there: no file given has its content (SHA-256 {each.Sha256}).");
}
