using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>A bundle as an answer: a zip that is written as it is sent. The manifest comes last and is signed, for only then is known what is in the others.</summary>
internal sealed class BundleResult(BundleContents contents, ReceiptKeys keys) : IResult
{
    private const string Manifest = "manifest.json";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = $"attachment; filename=\"{contents.Complaint.Id}.zip\"";

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await using var body = new BodyStream(response.BodyWriter);
            await WriteAsync(body, httpContext.RequestAborted);
            await body.FlushAsync(httpContext.RequestAborted);
        }
    }

    private async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        var archive = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var zip = new BundleZip(archive, contents.ExportedAt);
        await zip.AddAsync("events.jsonl", BundleFiles.Lines(contents.Events, cancellationToken), cancellationToken);
        await zip.AddAsync("documents.json", BundleFiles.Documents(contents.Complaint.History), cancellationToken);
        await zip.AddAsync("rulebook.json", BundleFiles.Rulebooks(contents.Rulebooks), cancellationToken);
        await zip.AddAsync("receipt.json", Encoding.UTF8.GetBytes(contents.Receipt.ToJson()), cancellationToken);
        await zip.AddAsync("timeline.txt", Encoding.UTF8.GetBytes(Timeline.Of(contents.Complaint)), cancellationToken);

        var manifest = BundleFiles.Manifest(BundleManifest.Of(contents, keys.Current, zip.Files));
        await zip.AddAsync(Manifest, manifest, cancellationToken);
        var line = $"{Convert.ToHexStringLower(SHA256.HashData(manifest))}  {Manifest}\n";
        await zip.AddAsync("manifest.sha256", Encoding.ASCII.GetBytes(line), cancellationToken);
        await zip.AddAsync("manifest.signature", Encoding.ASCII.GetBytes(keys.Sign(manifest)), cancellationToken);

        // Only now: a bundle that failed on its way must not end as a zip that is whole.
        await archive.DisposeAsync();
    }
}
