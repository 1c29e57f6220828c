using System.Security.Cryptography;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Complaints.Storage.Drafts;

namespace Complaints.Functions.Docket.Record;

/// <summary>Begins drafts, finds them for their owner, and keeps what is answered: right or not, for nothing that was typed is to be lost.</summary>
internal sealed class DraftHandler(DraftStore drafts, ElectionStore elections, LawShelf shelf, DocumentLimits limits, Words words)
{
    /// <summary>How many documents one draft may ever have been given.</summary>
    private const int MostDocuments = 50;

    private const int Tries = 5;

    /// <summary>The refusal of a draft that is not there, or not for the caller.</summary>
    public static readonly Refusal None = new("draft.none", "There is no such draft: it was deleted, nobody changed it for thirty days, or it is not yours.");

    /// <summary>The refusal of a draft that is being sent: until that is done, nothing in it changes.</summary>
    private static readonly Refusal BeingSent = new("draft.being-sent", "This draft is being sent. Send it once more, so that all of it is on record; then the complaint itself can be corrected.");

    /// <summary>The elections in which the caller may record.</summary>
    public async ValueTask<IReadOnlyList<Election>> OfferedAsync(Caller caller, CancellationToken cancellationToken) =>
        [.. (await elections.AllAsync(cancellationToken)).Where(each => caller.Refuse(Roles.Observer | Roles.Coordinator, each.Id) is null)];

    /// <summary>Begins a draft with these answers; a form sent twice begins it once.</summary>
    public async Task<Result<Writing>> BeginAsync(FormBody form, Caller caller, CancellationToken cancellationToken)
    {
        var typed = form.Typed.Where(each => !each.Key.StartsWith('_')).ToDictionary();

        if (typed.Keys.Where(each => !Questions.Ask(each)).Select(Unknown).ToArray() is { Length: > 0 } unknown)
        {
            return unknown;
        }

        var key = form.Key is { } given ? Reference.Seed(caller.Pseudonym, "draft", given) : RandomNumberGenerator.GetBytes(32);
        var begun = await drafts.BeginAsync(caller.Pseudonym, Convert.ToHexStringLower(key)[..32], new DraftContent { Answers = typed }, cancellationToken);
        return begun.IsAllowed(out var draft) ? await LookAsync(draft, caller, cancellationToken) : begun.Refusals;
    }

    /// <summary>The caller's draft of this id.</summary>
    public async Task<Result<Writing>> FindAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        await drafts.FindAsync(caller.Pseudonym, id, cancellationToken) is { } draft
            ? await LookAsync(draft, caller, cancellationToken)
            : None;

    /// <summary>The drafts that the caller may go on with.</summary>
    public async Task<IReadOnlyList<Writing>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var list = await drafts.ListAsync(caller.Pseudonym, cancellationToken);
        return await Task.WhenAll(list.Select(each => LookAsync(each, caller, cancellationToken)));
    }

    /// <summary>Keeps the answer to a question. Where somebody has answered the same question on another page meanwhile, neither answer is lost: the later one is told.</summary>
    public async Task<Result<Writing>> AnswerAsync(Writing seen, Question question, FormBody form, Caller caller, CancellationToken cancellationToken)
    {
        var names = question.Names.ToHashSet(StringComparer.Ordinal);

        if (form.Typed.Keys.Where(each => !names.Contains(each) && !each.StartsWith('_')).Select(Unknown).ToArray() is { Length: > 0 } unknown)
        {
            return unknown;
        }

        if (form.Of(Questions.KnownAct).Length > 0 && form.Of("challengedAct").Length > 0)
        {
            return new Refusal("draft.two-acts", "Choose an act from the list or type another one, not both.", Field: "challengedAct");
        }

        var typed = form.Typed.Where(each => names.Contains(each.Key)).ToDictionary();

        if (form.Typed.TryGetValue(Questions.KnownAct, out var act) && question.Id == Questions.Act)
        {
            typed["challengedAct"] = act;
        }

        return await ChangeAsync(seen, caller, draft =>
        {
            var held = draft.Content.Answers.Where(each => names.Contains(each.Key)).ToDictionary();
            var isOvertaken = Held.HashOf(held) is var now && form.Of(Held.Name) is { Length: > 0 } then && then != now && Held.HashOf(typed) != now;

            return isOvertaken ? new Refusal("draft.answered-meanwhile", "This question was answered on another page or device since this page was opened. What you typed is still here; send it again to keep it instead.")
                : draft.Content with
                {
                    Answers = draft.Content.Answers.Where(each => !names.Contains(each.Key)).Concat(typed).ToDictionary(),
                    Passed = [.. draft.Content.Passed.Append(question.Id).Distinct()],
                };
        }, cancellationToken);
    }

    /// <summary>How large the next document may be.</summary>
    public Storage.Evidence.Allowance Room(Draft draft) => limits.For(draft.Content.Documents.Sum(each => each.Size));

    /// <summary>Takes a document into a draft.</summary>
    public async Task<Result<Writing>> AddAsync(Writing writing, Upload upload, Caller caller, CancellationToken cancellationToken)
    {
        if (writing.Draft.Content.Numbered >= MostDocuments)
        {
            return new Refusal("draft.too-many-documents", $"A draft takes {MostDocuments} documents, those that were removed again among them. Send it; more can be added to the complaint.", Field: "file");
        }

        var taken = await drafts.ReceiveAsync(writing.Draft, FileName.AsTyped(upload.Name), upload.Content, Room(writing.Draft), cancellationToken);
        return !taken.IsAllowed(out var document) ? taken.Refusals
            : !await upload.IsLastAsync() ? AddDocumentHandler.OneAtATime
            : await ChangeAsync(
                writing,
                caller,
                draft => document.Size > Room(draft).Bytes ? Room(draft).Over : draft.Content with
                {
                    Numbered = draft.Content.Numbered + 1,
                    Documents = [.. draft.Content.Documents, document with { Number = draft.Content.Numbered + 1 }],
                },
                cancellationToken);
    }

    /// <summary>Takes a document out of a draft again; one that is not there is out already.</summary>
    public Task<Result<Writing>> RemoveAsync(Writing writing, string number, Caller caller, CancellationToken cancellationToken) => ChangeAsync(
        writing,
        caller,
        draft => draft.Content with { Documents = [.. draft.Content.Documents.Where(each => each.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) != number)] },
        cancellationToken);

    /// <summary>Throws a draft away, with all that is in it.</summary>
    public async Task<Refusal?> DeleteAsync(Writing writing, Caller caller, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (writing.Draft.IsClosed || await drafts.CloseAsync(writing.Draft, complaint: null, cancellationToken))
            {
                return null;
            }

            if (!(await FindAsync(writing.Draft.Id, caller, cancellationToken)).IsAllowed(out var changed))
            {
                return null;
            }

            writing = changed;
        }

        return DraftStore.ChangedMeanwhile;
    }

    /// <summary>The refusal of a field that no question asks.</summary>
    public static Refusal Unknown(string field) => new("field.unknown", $"There is no field '{field}'.", Field: field);

    /// <summary>Changes a draft as it now is; what two pages change at once is both in it.</summary>
    private async Task<Result<Writing>> ChangeAsync(Writing writing, Caller caller, Func<Draft, Result<DraftContent>> change, CancellationToken cancellationToken)
    {
        var draft = writing.Draft;

        for (var tries = 1; ; tries++)
        {
            var changing = draft.IsClosed || draft.Content.IsSending ? BeingSent : change(draft);

            if (!changing.IsAllowed(out var content))
            {
                return changing.Refusals;
            }

            var saved = await drafts.SaveAsync(draft with { Content = content }, cancellationToken);

            if (saved.IsAllowed(out var kept))
            {
                return await LookAsync(kept, caller, cancellationToken);
            }

            if (saved.Refusals[0] != DraftStore.ChangedMeanwhile || tries == Tries
                || await drafts.FindAsync(caller.Pseudonym, draft.Id, cancellationToken) is not { } changed)
            {
                return saved.Refusals;
            }

            draft = changed;
        }
    }

    private async Task<Writing> LookAsync(Draft draft, Caller caller, CancellationToken cancellationToken)
    {
        var answers = FormBody.Kept(draft.Content.Answers);

        // Asked by name first: one that was opened on another host is not in memory yet.
        var named = answers.Of("election") is { Length: > 0 } id ? await elections.FindAsync(id, cancellationToken) : null;
        var election = named is not null && caller.Refuse(Roles.Observer | Roles.Coordinator, named.Id) is null ? named : null;
        IReadOnlyList<Election> offered = [.. (await OfferedAsync(caller, cancellationToken)).Append(election).OfType<Election>().DistinctBy(each => each.Id)];
        var law = (election ?? offered.FirstOrDefault()) is { } asked && await shelf.ForNewAsync(asked, cancellationToken) is { } known ? known : shelf.Known[0];
        return new Writing(draft, election, law, Questions.Of(answers, offered, law, words));
    }
}
