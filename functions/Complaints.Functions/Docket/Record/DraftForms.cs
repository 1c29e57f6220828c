using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Record;

/// <summary>The pages on which a complaint is written down: the first, one for each question, and the last with all answers.</summary>
internal sealed class DraftForms(DraftHandler drafts, Duplicates duplicates, RecordComplaintValidator validator, Forms forms, TimeProvider time)
{
    /// <summary>The last part of the address at which a draft is thrown away.</summary>
    public const string Delete = "delete";

    /// <summary>The page that begins a draft, and lists those that can be gone on with.</summary>
    public async Task<IResult> NewAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http);
        var offered = await drafts.OfferedAsync(caller, cancellationToken);
        var asked = http.Request.Query["election"].ToString();
        var election = offered.FirstOrDefault(each => each.Id == asked) ?? (offered is [var only] ? only : null);
        return Show.Page<NewPage>(new
        {
            Form = forms.New(http, [], election is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["election"] = election.Id }),
            HasElections = offered.Count > 0,
            Drafts = await drafts.ListAsync(caller, cancellationToken),
        });
    }

    /// <summary>A page of a draft, as it now is; what was answered wrongly is said again.</summary>
    public async Task<IResult> PageAsync(HttpContext http, Writing writing, string page, CancellationToken cancellationToken) =>
        writing.Draft is { IsClosed: true, Complaint: { } complaint } ? Show.Next(http, $"/complaints/{complaint}")
        : writing.Draft.IsClosed ? Show.Next(http, "/complaints/new")
        : page == Writing.Check ? await CheckAsync(http, writing, [], StatusCodes.Status200OK, cancellationToken)
        : page == Delete ? Show.Page<DeletePage>(new { Writing = writing, Form = forms.New(http, [], new Dictionary<string, string>()) })
        : page == Questions.Documents ? Documents(http, writing, [], StatusCodes.Status200OK)
        : writing.Find(page) is { } question ? await QuestionAsync(http, writing, question, Answered(writing, question), ErrorsOf(writing, question), StatusCodes.Status200OK, cancellationToken)
        : Show.Next(http, writing.AddressOf(writing.Next));

    /// <summary>A question with what was typed, and why it cannot be filed like that.</summary>
    public async Task<IResult> QuestionAsync(
        HttpContext http, Writing writing, Question question, FormBody typed, IReadOnlyList<Refusal> refusals, int status, CancellationToken cancellationToken)
    {
        var acts = question.Id == Questions.Act ? await duplicates.ActsAsync(writing, Caller.Of(http), cancellationToken) : [];
        var names = question.Names.ToHashSet(StringComparer.Ordinal);
        var zone = typed.Of(Questions.Zone) is { Length: > 0 } typedZone ? typedZone : writing.Zone;
        var shown = acts.Contains(typed.Of("challengedAct")) && typed.Of(Questions.KnownAct).Length == 0 ? Chosen(typed) : typed;
        return Show.Page<QuestionPage>(
            new
            {
                Writing = writing,
                Question = question,
                Form = forms.Again(http, [new FormPart(null, question.Offering(acts).Fields)], shown, zone, refusals),
                Held = Held.HashOf(writing.Draft.Content.Answers.Where(each => names.Contains(each.Key))),
            },
            status);
    }

    /// <summary>The documents of a draft, and why another one was not taken.</summary>
    public IResult Documents(HttpContext http, Writing writing, IReadOnlyList<Refusal> refusals, int status) => Show.Page<DocumentsPage>(
        new
        {
            Writing = writing,
            Form = forms.Again(http, [new FormPart(null, [new FormField("file", FieldKind.Text)])], FormBody.Kept(new Dictionary<string, IReadOnlyList<string>>()), "", refusals),
        },
        status);

    /// <summary>All answers, with what has to be mended before they can be sent.</summary>
    public async Task<IResult> CheckAsync(HttpContext http, Writing writing, IReadOnlyList<Refusal> refusals, int status, CancellationToken cancellationToken)
    {
        var open = writing.ToMend(validator, time.Now());
        return Show.Page<CheckPage>(
            new
            {
                Writing = writing,
                Form = forms.Again(http, [], FormBody.Kept(new Dictionary<string, IReadOnlyList<string>>()), "", [.. open, .. refusals]),
                WasSent = status != StatusCodes.Status200OK,
                Duplicates = await duplicates.OfAsync(writing, Caller.Of(http), cancellationToken),
            },
            status);
    }

    /// <summary>What is wrong with the answer to a question; of one that was not asked yet, only what is wrong with answers that came from elsewhere.</summary>
    public IReadOnlyList<Refusal> ErrorsOf(Writing writing, Question question)
    {
        var isAsked = writing.Draft.Content.Passed.Contains(question.Id);
        var asked = question.Fields.Where(field => isAsked || field.Names.Any(writing.Answers.Typed.ContainsKey)).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return asked.Count == 0 ? [] : [.. writing.ToMend(validator, time.Now()).Where(each => each.Field is { } field && asked.Contains(field))];
    }

    /// <summary>What a question's page holds: what was answered, and where nothing was, what is most likely.</summary>
    private static FormBody Answered(Writing writing, Question question)
    {
        var held = writing.Draft.Content.Answers.ToDictionary();

        if (!writing.Draft.Content.Passed.Contains(question.Id))
        {
            held.TryAdd("matter", [Taxonomies.Shipped.Matters[0]]);
            held.TryAdd(Questions.Zone, [writing.Law.DefaultZone.Id]);
        }

        return FormBody.Kept(held);
    }

    /// <summary>An act that is on record is chosen from the list, not typed.</summary>
    private static FormBody Chosen(FormBody typed)
    {
        var held = typed.Typed.ToDictionary();
        held.Remove("challengedAct", out var act);
        held[Questions.KnownAct] = act!;
        return FormBody.Kept(held);
    }
}
