using System.IO;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>Bodies that are read whole into memory; documents and registers are streamed instead.</summary>
internal static class WholeBody
{
    /// <summary>The most such a body may have, in bytes: a long narrative has a fiftieth of it.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The body, which is read once however often it is asked for.</summary>
    /// <exception cref="BadHttpRequestException">413: it is larger than <see cref="MostBytes"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadWholeAsync(this HttpRequest http, CancellationToken cancellationToken)
    {
        if (http.Body is not MemoryStream whole)
        {
            whole = await CopyAsync(http, cancellationToken);
            http.Body = whole;
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private static async Task<MemoryStream> CopyAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var portion = new byte[16 * 1024];
        Check(http.ContentLength ?? 0);

        for (int read; (read = await http.Body.ReadAsync(portion, cancellationToken)) > 0;)
        {
            Check(whole.Length + read);
            whole.Write(portion, 0, read);
        }

        whole.Position = 0;
        return whole;
    }

    private static void Check(long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
