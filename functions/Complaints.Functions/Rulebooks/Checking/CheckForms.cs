using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>The page of each question, as it is first shown and as it comes back with what was wrong.</summary>
internal sealed class CheckForms(CheckHandler handler, CheckFields fields, Forms forms)
{
    /// <summary>The field that says a question was answered and not only opened.</summary>
    public const string Sent = "_sent";

    /// <summary>The field that says the answer is one that is changed: what comes after it is the verdict again.</summary>
    public const string Changing = "_change";

    /// <summary>Asks a question; answered as it should be, goes on to the next.</summary>
    public async Task<IResult> AskAsync(HttpContext http, Question question, CancellationToken cancellationToken)
    {
        var answers = CheckAnswers.Of(http.Request);
        var caller = Caller.Of(http);
        var found = await handler.LawAsync(answers, caller, cancellationToken);
        var isSent = http.Request.Query.ContainsKey(Sent);
        var isChanging = http.Request.Query.ContainsKey(Changing);

        if (question is Question.Election && !isSent && !isChanging)
        {
            var offered = await handler.OfferedAsync(caller, cancellationToken);
            return offered is [var only]
                ? Show.Next(http, answers.AddressOf(Questions.PathAfter(question), ["election"], ("election", only.Id)))
                : Page(question, CheckFields.Elections(offered), answers, [], isChanging, back: "/");
        }

        if (!found.IsAllowed(out var law))
        {
            return question is Question.Election
                ? await AgainAsync(http, answers, found.Refusals, cancellationToken)
                : Show.Next(http, answers.AddressOf(Questions.Start));
        }

        var refusals = isSent ? RefusedIn(question, answers) : [];

        return isSent && refusals.Count == 0
            ? Show.Next(http, answers.AddressOf(isChanging ? Questions.Verdict : Questions.PathAfter(question)))
            : Page(
                question, await FieldsAsync(question, law, answers, caller, cancellationToken), answers, refusals, isChanging,
                await BackAsync(question, answers, caller, cancellationToken), isSent ? null : law.Rulebook);
    }

    /// <summary>The first question whose answer was not taken, with what is wrong with it.</summary>
    public async Task<IResult> AgainAsync(HttpContext http, CheckAnswers answers, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http);
        var law = await handler.LawAsync(answers, caller, cancellationToken);
        var question = law.IsAllowed(out var known) ? refusals.Min(each => CheckFields.QuestionOf(each.Field)) : Question.Election;
        Refusal[] here = [.. refusals.Where(each => CheckFields.QuestionOf(each.Field) == question).Select(Named)];
        return Page(question, await FieldsAsync(question, known, answers, caller, cancellationToken), answers, here, isChanging: false, await BackAsync(question, answers, caller, cancellationToken));
    }

    /// <summary>The field under the name by which it is asked.</summary>
    private static Refusal Named(Refusal refusal) => refusal.Field == "countedFrom" ? refusal with { Field = "occurredAt" } : refusal;

    private IReadOnlyList<Refusal> RefusedIn(Question question, CheckAnswers answers) =>
        [.. handler.Read(answers).Refusals.Where(each => CheckFields.QuestionOf(each.Field) == question)];

    private async Task<IReadOnlyList<FormField>> FieldsAsync(Question question, Law? law, CheckAnswers answers, Caller caller, CancellationToken cancellationToken) =>
        question is Question.Election || law is null
            ? CheckFields.Elections(await handler.OfferedAsync(caller, cancellationToken))
            : fields.Of(question, law.Rulebook, answers);

    /// <summary>The question before this one; the start page where there was none.</summary>
    private async Task<string> BackAsync(Question question, CheckAnswers answers, Caller caller, CancellationToken cancellationToken) =>
        question is Question.Election || (question is Question.Act && await handler.OfferedAsync(caller, cancellationToken) is [_])
            ? "/"
            : answers.AddressOf(Questions.PathOf(question - 1));

    private IResult Page(
        Question question, IReadOnlyList<FormField> asked, CheckAnswers answers, IReadOnlyList<Refusal> refusals, bool isChanging, string back, Rulebook? first = null)
    {
        var form = forms.Unsigned([new FormPart(null, asked)], answers.Form, answers.Of("placeZone"), refusals);
        return Show.Page<CheckPage>(
            new
            {
                Question = question,
                Form = first is null ? form : form with { Held = Proposed(form.Held, first) },
                Answers = answers,
                IsChanging = isChanging,
                Back = isChanging ? answers.AddressOf(Questions.Verdict) : back,
            },
            refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>What is chosen before anybody chooses: a complaint, the clock of the country, and not to be sure of the forum.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Proposed(IReadOnlyDictionary<string, IReadOnlyList<string>> held, Rulebook law)
    {
        var all = held.ToDictionary(StringComparer.Ordinal);
        all.TryAdd("matter", [Taxonomies.Shipped.Matters[0]]);
        all.TryAdd("placeZone", [law.DefaultZone.Id]);
        all.TryAdd("forum", [""]);
        return all;
    }
}
