using System.IO;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>Bodies that are read whole into memory; documents and registers are streamed instead.</summary>
internal static class WholeBody
{
    /// <summary>The most that a step, a fact or a question may have, in bytes: what is kept of one is a few lines and goes into one row of the record.</summary>
    public const int Most = 64 * 1024;

    /// <summary>The most that a record may have, in bytes: a narrative of 20,000 letters may take 120,000 in a form, at six for each.</summary>
    public const int MostWithNarrative = 256 * 1024;

    /// <summary>The most that a rulebook may have, in bytes.</summary>
    public const int MostOfARulebook = 1024 * 1024;

    /// <summary>The most that a register may have that is sent with an <c>Idempotency-Key</c> or by a page, in bytes: some 50,000 rows. Without either it is streamed.</summary>
    public const int MostOfAKeyedRegister = 16 * 1024 * 1024;

    /// <summary>The body, which is read once however often it is asked for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="most">The most that is taken, in bytes.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="BadHttpRequestException">413: it is larger than that.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadWholeAsync(this HttpRequest http, int most, CancellationToken cancellationToken)
    {
        if (http.Body is not MemoryStream whole)
        {
            whole = await CopyAsync(http, most, cancellationToken);
            http.Body = whole;
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private static async Task<MemoryStream> CopyAsync(HttpRequest http, int most, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var portion = new byte[16 * 1024];
        Check(http.ContentLength ?? 0, most);

        for (int read; (read = await http.Body.ReadAsync(portion, cancellationToken)) > 0;)
        {
            Check(whole.Length + read, most);
            whole.Write(portion, 0, read);
        }

        whole.Position = 0;
        return whole;
    }

    private static void Check(long bytes, int most)
    {
        if (bytes > most)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
