using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

/// <summary>Keeps the answer to a question, right or not, and leads on to the next one that is open; to a wrong one it says what is wrong.</summary>
internal sealed class SendQuestionFunction(DraftHandler drafts, DraftForms forms, IAntiforgery antiforgery)
{
    [Function("SendQuestion")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/drafts/{draft}/{question}")] HttpRequest http,
        string draft,
        string question,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await drafts.FindAsync(draft, caller, cancellationToken);

        if (!found.IsAllowed(out var writing))
        {
            return Problems.From(found.Refusals);
        }

        if (writing.Draft.IsClosed || writing.Find(question) is not { } asked)
        {
            return await forms.PageAsync(http.HttpContext, writing, question, cancellationToken);
        }

        var kept = await drafts.AnswerAsync(writing, asked, form, caller, cancellationToken);

        if (!kept.IsAllowed(out var changed))
        {
            // As it now is, so that sending what was typed once more is an answer to what is seen.
            var now = await drafts.FindAsync(draft, caller, cancellationToken);
            var status = kept.Refusals[0].Code == "field.unknown" ? StatusCodes.Status400BadRequest : Problems.StatusOf(kept.Refusals);
            return await forms.QuestionAsync(http.HttpContext, now.IsAllowed(out var newer) ? newer : writing, asked, form, kept.Refusals, status, cancellationToken);
        }

        return forms.ErrorsOf(changed, asked) is { Count: > 0 } errors
            ? await forms.QuestionAsync(http.HttpContext, changed, asked, form, errors, StatusCodes.Status400BadRequest, cancellationToken)
            : Show.Next(http.HttpContext, changed.AddressOf(changed.Next));
    }
}
