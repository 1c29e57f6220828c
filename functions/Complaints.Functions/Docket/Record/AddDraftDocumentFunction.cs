using System.IO;
using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

/// <summary>Takes a document into a draft, streamed; one that is not taken changes nothing.</summary>
internal sealed class AddDraftDocumentFunction(DraftHandler drafts, DraftForms forms, IAntiforgery antiforgery)
{
    private static readonly Refusal CutOff = new("body.cut-off", "The upload ends before its last boundary. Send the document again.", Field: "file");

    [Function("AddDraftDocument")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/drafts/{draft}/documents/add")] HttpRequest http,
        string draft,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var found = await drafts.FindAsync(draft, caller, cancellationToken);

        if (!found.IsAllowed(out var writing))
        {
            return Problems.From(found.Refusals);
        }

        try
        {
            var sent = await UploadForm.ReadAsync(http, antiforgery, cancellationToken);
            var added = sent.IsAllowed(out var upload) ? await drafts.AddAsync(writing, upload, caller, cancellationToken) : sent.Refusals;
            return added.IsAllowed(out var changed) ? Show.Next(http.HttpContext, changed.AddressOf(Questions.Documents))
                : added.Refusals[0].Code is "form.not-ours" or "body.wrong-type" ? Problems.From(added.Refusals)
                : forms.Documents(http.HttpContext, writing, added.Refusals, Problems.StatusOf(added.Refusals));
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            return forms.Documents(http.HttpContext, writing, [CutOff], StatusCodes.Status400BadRequest);
        }
    }
}
