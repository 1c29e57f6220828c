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

        var added = await UploadBody.TakeAsync(http, AddAsync, cancellationToken);
        return added.IsAllowed(out var changed) ? Show.Next(http.HttpContext, changed.AddressOf(Questions.Documents))
            : added.Refusals[0].Code is "form.not-ours" or "body.wrong-type" ? Problems.From(added.Refusals)
            : forms.Documents(http.HttpContext, writing, added.Refusals, Problems.StatusOf(added.Refusals));

        async Task<Result<Writing>> AddAsync(IReadOnlyDictionary<string, string> fields, Upload upload) =>
            await FormBody.WhyNotOursAsync(http.HttpContext, antiforgery, fields.GetValueOrDefault(FormBody.TokenName)) is { } why ? why
                : await drafts.AddAsync(writing, upload, caller, cancellationToken);
    }
}
