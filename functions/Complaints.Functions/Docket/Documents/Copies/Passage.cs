using System.IO;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>A way from one stream to another on which bytes are passed on, dropped or blanked; one buffer in memory, whatever their number.</summary>
internal sealed class Passage(Stream from, Stream to, CancellationToken cancellationToken)
{
    private const int BufferBytes = 64 * 1024;

    private static readonly byte[] Zeros = new byte[BufferBytes];

    private readonly byte[] buffer = new byte[BufferBytes];
    private int start;
    private int end;

    /// <summary>How many bytes have been taken from the source.</summary>
    public long Position { get; private set; }

    /// <summary>The next bytes that are at hand, at least one; empty at the end of the source. They stay until something is taken.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync()
    {
        if (start == end)
        {
            (start, end) = (0, await from.ReadAsync(buffer, cancellationToken));
        }

        return buffer.AsMemory(start, end - start);
    }

    /// <summary>So many bytes, taken and not passed on.</summary>
    /// <exception cref="CannotStripException">There are fewer.</exception>
    public async Task<byte[]> TakeAsync(int count)
    {
        var taken = new byte[count];
        var at = 0;
        await EachAsync(count, piece =>
        {
            piece.CopyTo(taken.AsMemory(at));
            at += piece.Length;
            return ValueTask.CompletedTask;
        });
        return taken;
    }

    /// <summary>Passes so many bytes on.</summary>
    /// <exception cref="CannotStripException">There are fewer.</exception>
    public Task PassAsync(long count) => EachAsync(count, piece => to.WriteAsync(piece, cancellationToken));

    /// <summary>Leaves so many bytes out.</summary>
    /// <exception cref="CannotStripException">There are fewer.</exception>
    public Task DropAsync(long count) => EachAsync(count, _ => ValueTask.CompletedTask);

    /// <summary>Passes zeros on in place of so many bytes.</summary>
    /// <exception cref="CannotStripException">There are fewer.</exception>
    public Task BlankAsync(long count) => EachAsync(count, piece => to.WriteAsync(Zeros.AsMemory(0, piece.Length), cancellationToken));

    /// <summary>Writes bytes of our own.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) => to.WriteAsync(bytes, cancellationToken);

    /// <summary>Reads what is left, so that its hash is checked, and passes none of it on.</summary>
    public async Task EndAsync()
    {
        while ((await PeekAsync()).Length is > 0 and var count)
        {
            await DropAsync(count);
        }
    }

    private async Task EachAsync(long count, Func<ReadOnlyMemory<byte>, ValueTask> use)
    {
        while (count > 0)
        {
            var at = await PeekAsync();

            if (at.Length == 0)
            {
                throw CannotStripException.Damaged("it ends too early");
            }

            var piece = at[..(int)Math.Min(count, at.Length)];
            await use(piece);
            start += piece.Length;
            Position += piece.Length;
            count -= piece.Length;
        }
    }
}
