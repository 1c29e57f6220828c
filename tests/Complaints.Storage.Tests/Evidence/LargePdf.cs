using System.IO;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>A sender of a PDF of any length that is never in memory; it tells each time it is read from.</summary>
internal sealed class LargePdf : Stream
{
    private readonly byte[] pattern = AnEvidence.Pdf((1024 * 1024) + 7);
    private readonly long length;
    private readonly Action? look;
    private long position;

    public LargePdf(long length, Action? look = null)
    {
        this.length = length;
        this.look = look;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        look?.Invoke();
        var at = (int)(position % pattern.Length);
        var count = (int)Math.Min(Math.Min(buffer.Length, pattern.Length - at), length - position);
        pattern.AsSpan(at, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
