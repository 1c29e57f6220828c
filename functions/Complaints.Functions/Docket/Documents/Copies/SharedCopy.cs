using System.IO;
using Complaints.Domain;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>Gives a document the plain bytes anew, from their beginning.</summary>
internal delegate Task<Stream> OpenDocument(CancellationToken cancellationToken);

/// <summary>
/// A copy of a document to be shared: the same to look at, and nothing in it that tells of who made it, where, when or on what. Pictures and recordings are
/// read twice and never held: once to see that they can be copied to their end, once to send. Of the others the copy is made by a process of its own and held,
/// two at a time, and never lies on a disk.
/// </summary>
internal sealed class SharedCopy : IDisposable
{
    private static readonly SemaphoreSlim Held = new(2);
    private static readonly TimeSpan Waits = TimeSpan.FromSeconds(30);

    private readonly Func<Stream, CancellationToken, Task> write;
    private bool isHeld;

    private SharedCopy(Func<Stream, CancellationToken, Task> write) => this.write = write;

    private static Refusal Busy => new("document.copy-busy", "Other copies are being made just now. Try again in a minute.", Field: "copy");

    /// <summary>Makes the copy of a document of this media type, or says why there is none.</summary>
    public static async Task<Result<SharedCopy>> OfAsync(string type, OpenDocument open, CancellationToken cancellationToken)
    {
        try
        {
            return StreamingOf(type) is { } copying ? await StreamedAsync(copying, open, cancellationToken) : await HeldAsync(type, open, cancellationToken);
        }
        catch (CannotStripException cannot)
        {
            return cannot.Refusal;
        }
        catch (Exception malformed) when (IsMalformed(malformed))
        {
            return CannotStripException.Damaged("its parts contradict each other").Refusal;
        }
    }

    /// <summary>Whether this is what reading a document ends with whose parts contradict each other.</summary>
    public static bool IsMalformed(Exception e) => e is ArgumentException or IndexOutOfRangeException or OverflowException or UriFormatException;

    /// <summary>Sends the copy.</summary>
    public Task WriteAsync(Stream to, CancellationToken cancellationToken) => write(to, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isHeld)
        {
            Held.Release();
            isHeld = false;
        }
    }

    private static Func<Passage, Task>? StreamingOf(string type) => type switch
    {
        "image/jpeg" => JpegCopy.WriteAsync,
        "image/png" => PngCopy.WriteAsync,
        "image/heic" => passage => new MovieCopy(passage, isPicture: true).WriteAsync(),
        "video/mp4" => passage => new MovieCopy(passage, isPicture: false).WriteAsync(),
        "text/plain" => AsItIsAsync,
        _ => null,
    };

    private static async Task<SharedCopy> StreamedAsync(Func<Passage, Task> copying, OpenDocument open, CancellationToken cancellationToken)
    {
        async Task WriteAsync(Stream to, CancellationToken stop)
        {
            await using var from = await open(stop);
            await copying(new Passage(from, to, stop));
        }

        await WriteAsync(Stream.Null, cancellationToken);
        return new SharedCopy(WriteAsync);
    }

    private static async Task AsItIsAsync(Passage passage)
    {
        while ((await passage.PeekAsync()).Length is > 0 and var count)
        {
            await passage.PassAsync(count);
        }
    }

    private static async Task<Result<SharedCopy>> HeldAsync(string type, OpenDocument open, CancellationToken cancellationToken)
    {
        if (!await Held.WaitAsync(Waits, cancellationToken))
        {
            return Busy;
        }

        var copy = new MemoryStream();
        var shared = new SharedCopy((to, stop) => to.WriteAsync(copy.GetBuffer().AsMemory(0, (int)copy.Length), stop).AsTask()) { isHeld = true };

        try
        {
            await using var from = await open(cancellationToken);
            await CopyProcess.MakeAsync(type, from, copy, cancellationToken);
            return shared;
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }
}
