using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;
using Complaints.Storage.Drafts;

namespace Complaints.Functions.Docket.Record;

/// <summary>
/// Makes a complaint of a draft. The draft is held fast first, so that sending it again meets the same answers: the complaint and each of its documents are recorded under
/// keys of the draft, once, however often it is sent and wherever it was interrupted. Only then the draft goes.
/// </summary>
internal sealed class SendDraftHandler(
    DraftHandler find, DraftStore drafts, RecordComplaintValidator validator, RecordComplaintHandler record, AddDocumentHandler documents)
{
    private const int Tries = 20;

    /// <summary>The id of the complaint, or why there is none.</summary>
    public async Task<Result<string>> HandleAsync(Writing writing, Caller caller, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var sent = await SendAsync(writing, caller, cancellationToken);

            if (sent.Refusals is not [var only] || only != DraftStore.ChangedMeanwhile)
            {
                return sent;
            }

            var found = await find.FindAsync(writing.Draft.Id, caller, cancellationToken);

            if (!found.IsAllowed(out var changed))
            {
                return found.Refusals;
            }

            writing = changed;
        }

        return DraftStore.ChangedMeanwhile;
    }

    private async Task<Result<string>> SendAsync(Writing writing, Caller caller, CancellationToken cancellationToken)
    {
        if (writing.Draft.IsClosed)
        {
            return writing.Draft.Complaint is { } complaint ? complaint : DraftHandler.None;
        }

        var read = writing.Read(validator);

        if (!read.IsAllowed(out var request))
        {
            return read.Refusals;
        }

        var held = await HoldAsync(writing.Draft, isSending: true, cancellationToken);

        if (!held.IsAllowed(out var draft))
        {
            return held.Refusals;
        }

        var recorded = await record.HandleAsync(request, caller, Repeatable(caller, draft.Id), cancellationToken);

        if (!recorded.IsAllowed(out var made))
        {
            await HoldAsync(draft, isSending: false, cancellationToken);
            return recorded.Refusals;
        }

        foreach (var each in draft.Content.Documents)
        {
            if (await AddAsync(draft, each, made.Id, caller, cancellationToken) is { } refusals)
            {
                return refusals;
            }
        }

        return await drafts.CloseAsync(draft, made.Id, cancellationToken) ? made.Id : DraftStore.ChangedMeanwhile;
    }

    private async Task<Result<Draft>> HoldAsync(Draft draft, bool isSending, CancellationToken cancellationToken) => draft.Content.IsSending == isSending ? draft
        : await drafts.SaveAsync(draft with { Content = draft.Content with { IsSending = isSending } }, cancellationToken);

    private async Task<RefusalList?> AddAsync(Draft draft, DraftDocument document, string complaint, Caller caller, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(complaint, caller, bytes: null, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        // Gone only where another sending of the same draft has just ended.
        await using var content = await drafts.OpenReadAsync(draft, document, cancellationToken);

        if (content is null)
        {
            Result<string> gone = DraftStore.ChangedMeanwhile;
            return gone.Refusals;
        }

        var upload = new Upload(document.Name, content, () => Task.FromResult(true));
        var added = await documents.HandleAsync(stored, upload, caller, sha256 => Repeatable(caller, $"{draft.Id}/{document.Number}") with { Body = sha256 }, cancellationToken);
        return added.IsAllowed(out _) ? null : added.Refusals;
    }

    /// <summary>The draft's own id makes sending it twice the same as once; its content does not change while it is sent.</summary>
    private static RepeatableRequest Repeatable(Caller caller, string key) => new(Convert.ToHexStringLower(Reference.Seed(caller.Pseudonym, "draft", key)), "draft");
}
