using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Documents;

internal sealed class ReadDocumentFunction(DocketStore docket, EvidenceStore evidence, VaultStore vault, Unsealing unsealing)
{
    [Function("ReadDocument")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/documents/{n:int}")] HttpRequest http,
        string id,
        int n,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return Problems.From(found.Refusals);
        }

        var complaint = stored.Value;

        if (complaint.Documents.FirstOrDefault(each => each.Number == n) is not { } document)
        {
            return NoSuch(complaint, n);
        }

        var written = await unsealing.WriteDownAsync(complaint, http.Query["purpose"], VaultItem.OfDocument(n), caller, cancellationToken);

        if (!written.IsAllowed(out _))
        {
            return Problems.From(written.Refusals);
        }

        // Before the content: nothing may fail between its opening and the answer that closes it.
        var name = await vault.OpenAsync(complaint.Id, document.VaultItem, cancellationToken);

        if (await evidence.OpenReadAsync(complaint.Law.Election.Id, complaint.Id, n, document.Sha256, cancellationToken) is not { } content)
        {
            return NoSuch(complaint, n);
        }

        // Never shown inside the tracker's own pages, whatever is in it.
        http.HttpContext.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Stream(content, document.Type, name ?? string.Create(CultureInfo.InvariantCulture, $"{complaint.Id}-{n}"));
    }

    private static IResult NoSuch(Complaint complaint, int n) =>
        Problems.From([new Refusal("document.none", $"{complaint.Reference} has no document {n}.", Field: "n")]);
}
