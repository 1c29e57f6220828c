using System.Globalization;
using System.IO;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Docket.Documents.Copies;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Documents;

/// <summary>Gives a document out, or a copy to be shared.</summary>
internal sealed class ReadDocumentHandler(DocketStore docket, EvidenceStore evidence, VaultStore vault, Unsealing unsealing)
{
    private static readonly Refusal CopyUnknown = new(
        "document.copy-unknown", "copy is 'original' or 'shared': a copy without hidden data. Left out, it is the original.", Field: "copy");

    /// <summary>A document the caller may know of.</summary>
    public async Task<Result<(Complaint Complaint, DocumentAdded Document)>> FindAsync(string id, int n, Caller caller, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);
        return !found.IsAllowed(out var stored) ? found.Refusals
            : stored.Value.Documents.FirstOrDefault(each => each.Number == n) is { } document ? (stored.Value, document)
            : NoSuch(stored.Value, n);
    }

    public async Task<IResult> HandleAsync(HttpRequest http, string id, int n, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var found = await FindAsync(id, n, caller, cancellationToken);

        if (!found.IsAllowed(out var at))
        {
            return Problems.From(found.Refusals);
        }

        if (DocumentGuard.Refuse(at.Complaint, at.Document, caller, http.Query["warned"] == "true") is { } refusal)
        {
            return Problems.From([refusal]);
        }

        var copy = http.Query["copy"].ToString();

        if (copy is not ("" or "original" or "shared"))
        {
            return Problems.From([CopyUnknown]);
        }

        var written = await unsealing.WriteDownAsync(at.Complaint, http.Query["purpose"], VaultItem.OfDocument(n), caller, cancellationToken);

        return !written.IsAllowed(out _) ? Problems.From(written.Refusals)
            : copy is "shared" ? await SharedAsync(http, at.Complaint, at.Document, cancellationToken)
            : await OriginalAsync(http, at.Complaint, at.Document, cancellationToken);
    }

    private async Task<IResult> OriginalAsync(HttpRequest http, Complaint complaint, DocumentAdded document, CancellationToken cancellationToken)
    {
        // Before the content: nothing may fail between its opening and the answer that closes it.
        var name = await vault.OpenAsync(complaint.Id, document.VaultItem, cancellationToken);

        if (await OpenAsync(complaint, document, cancellationToken) is not { } content)
        {
            return Problems.From([NoSuch(complaint, document.Number)]);
        }

        Confine(http);
        var otherwise = string.Create(CultureInfo.InvariantCulture, $"{complaint.Id}-{document.Number}");
        return Results.Stream(content, document.Type, FileName.Shown(name, otherwise, document.Type));
    }

    private async Task<IResult> SharedAsync(HttpRequest http, Complaint complaint, DocumentAdded document, CancellationToken cancellationToken)
    {
        async Task<Stream> AgainAsync(CancellationToken stop) =>
            await OpenAsync(complaint, document, stop) ?? throw new FileNotFoundException($"Document {document.Number} of complaint {complaint.Id} is gone.");

        var made = await SharedCopy.OfAsync(document.Type, AgainAsync, cancellationToken);

        if (!made.IsAllowed(out var copy))
        {
            return Problems.From(made.Refusals);
        }

        Confine(http);

        // A file's name may name people; whoever gets the copy needs none of it.
        var name = string.Create(CultureInfo.InvariantCulture, $"{complaint.Id}-{document.Number}-shared");
        http.HttpContext.Response.RegisterForDispose(copy);
        return Results.Stream(to => copy.WriteAsync(to, cancellationToken), document.Type, FileName.Shown(name, name, document.Type));
    }

    private Task<Stream?> OpenAsync(Complaint complaint, DocumentAdded document, CancellationToken cancellationToken) =>
        evidence.OpenReadAsync(complaint.Law.Election.Id, complaint.Id, document.Number, document.Sha256, cancellationToken);

    /// <summary>Never shown inside the tracker's own pages, whatever is in it.</summary>
    private static void Confine(HttpRequest http) => http.HttpContext.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";

    private static Refusal NoSuch(Complaint complaint, int n) => new("document.none", $"{complaint.Reference} has no document {n}.", Field: "n");
}
