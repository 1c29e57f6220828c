using System.IO.Compression;
using System.Security.Cryptography;
using NodaTime;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>A zip on its way out: each file is hashed as it is written, and nothing of it is held.</summary>
/// <param name="zip">The archive.</param>
/// <param name="at">The hour that every file bears.</param>
internal sealed class BundleZip(ZipArchive zip, Instant at)
{
    private readonly List<BundledFile> files = [];

    /// <summary>The files so far.</summary>
    public IReadOnlyList<BundledFile> Files => files;

    public async Task AddAsync(string name, IAsyncEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at.ToDateTimeOffset();
        var size = 0L;

        var file = await entry.OpenAsync(cancellationToken);

        await foreach (var portion in portions.WithCancellation(cancellationToken))
        {
            hash.AppendData(portion.Span);
            size += portion.Length;
            await file.WriteAsync(portion, cancellationToken);
        }

        // Only now: closing writes, and what failed must leave the answer untouched for the one that says so.
        await file.DisposeAsync();
        files.Add(new BundledFile(name, Convert.ToHexStringLower(hash.GetHashAndReset()), size));
    }

    public Task AddAsync(string name, ReadOnlyMemory<byte> whole, CancellationToken cancellationToken) =>
        AddAsync(name, new[] { whole }.ToAsyncEnumerable(), cancellationToken);
}
