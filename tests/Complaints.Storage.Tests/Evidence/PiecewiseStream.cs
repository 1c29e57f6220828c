using System.IO;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>A sender: bytes that come a piece at a time, cannot be rewound, and may break off.</summary>
internal sealed class PiecewiseStream(byte[] bytes, int piece, int breaksAt = int.MaxValue, Action<int>? at = null) : Stream
{
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position >= breaksAt)
        {
            throw new EndOfStreamException("The sender has gone.");
        }

        var taken = Math.Min(Math.Min(count, piece), bytes.Length - position);
        bytes.AsSpan(position, taken).CopyTo(buffer.AsSpan(offset));
        position += taken;
        at?.Invoke(position);
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
