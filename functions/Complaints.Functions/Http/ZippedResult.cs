using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>
/// A page as an answer, compressed where the browser takes that: many of its readers pay by the byte. The one secret in it, the antiforgery token, is
/// drawn anew for every page, so the length of an answer tells nothing about it.
/// </summary>
internal sealed class ZippedResult(IResult page) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.Vary = "Accept-Encoding";
        response.OnStarting(() =>
        {
            // A word to a script of the framework's that our pages do not have.
            response.Headers.Remove("blazor-enhanced-nav");
            return Task.CompletedTask;
        });

        if (!httpContext.Request.TakesGzip())
        {
            await page.ExecuteAsync(httpContext);
            return;
        }

        var plain = response.Body;
        response.Headers.ContentEncoding = "gzip";

        try
        {
            var zipped = new GZipStream(plain, CompressionLevel.Fastest, leaveOpen: true);
            response.Body = zipped;
            await page.ExecuteAsync(httpContext);

            // Only now: a page that failed must leave the answer untouched for the one that says so.
            await zipped.DisposeAsync();
        }
        finally
        {
            response.Body = plain;
        }
    }
}
