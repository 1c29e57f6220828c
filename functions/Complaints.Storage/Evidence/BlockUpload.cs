using System.Buffers;
using System.Buffers.Binary;
using System.IO;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Complaints.Storage.Evidence;

/// <summary>
/// A blob being written in blocks of 1 MiB, a few on their way while the next is filled, so memory does not grow with it. One that fits into a single
/// block is one request. Without <see cref="CommitAsync"/> there is no blob; blocks left behind by a broken upload the service drops after a week.
/// </summary>
internal sealed class BlockUpload(BlockBlobClient blob, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int BlockBytes = 1024 * 1024;
    private const int MostOnTheirWay = 2;

    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Queue<(Task Staged, byte[] Buffer)> onTheirWay = [];
    private readonly List<string> blocks = [];
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private int filled;

    /// <summary>Room for so many bytes, to be filled and then counted by <see cref="Advance"/>.</summary>
    public async ValueTask<Memory<byte>> RoomAsync(int bytes)
    {
        if (filled + bytes > BlockBytes)
        {
            await StageAsync();
        }

        return buffer.AsMemory(filled, bytes);
    }

    /// <summary>Takes so many bytes of the room given last into the blob.</summary>
    public void Advance(int bytes) => filled += bytes;

    /// <summary>Makes the blob of all bytes.</summary>
    public async Task CommitAsync(IDictionary<string, string> metadata)
    {
        // Without a condition: the name is nobody else's, and a repeated call whose answer was lost must not meet its own blob as a stranger's.
        if (blocks.Count == 0)
        {
            using var whole = new MemoryStream(buffer, 0, filled, writable: false);
            await blob.UploadAsync(whole, new BlobUploadOptions { Metadata = metadata }, stopping.Token);
            return;
        }

        await StageAsync();
        await ArriveAsync(0);
        await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { Metadata = metadata }, stopping.Token);
    }

    /// <summary>Leaves neither a blob nor blocks behind.</summary>
    public async Task DiscardAsync()
    {
        if (blocks.Count == 0)
        {
            return;
        }

        await ArriveAsync(0);
        await blob.CommitBlockListAsync([], new CommitBlockListOptions(), stopping.Token); // drops every block
        await blob.DeleteIfExistsAsync(cancellationToken: stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();

        foreach (var (staged, sent) in onTheirWay)
        {
            // A request may read its buffer until it has ended; how it ended no longer matters: the upload was given up.
            await staged.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(sent);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        stopping.Dispose();
    }

    private async Task StageAsync()
    {
        var id = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(id, blocks.Count);
        blocks.Add(Convert.ToBase64String(id));

        onTheirWay.Enqueue((SendAsync(blocks[^1], buffer, filled), buffer));
        buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        filled = 0;
        await ArriveAsync(MostOnTheirWay);
    }

    private async Task SendAsync(string block, byte[] sent, int bytes)
    {
        using var content = new MemoryStream(sent, 0, bytes, writable: false);
        await blob.StageBlockAsync(block, content, new BlockBlobStageBlockOptions(), stopping.Token);
    }

    private async Task ArriveAsync(int mayRemain)
    {
        while (onTheirWay.Count > mayRemain)
        {
            await onTheirWay.Peek().Staged;
            ArrayPool<byte>.Shared.Return(onTheirWay.Dequeue().Buffer);
        }
    }
}
