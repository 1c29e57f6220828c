using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep.Together;

/// <summary>First says what would become of each complaint, then, when that is confirmed, takes the step and says what became of each.</summary>
internal sealed class SendTogetherFunction(ClusterHandler handler, TogetherForms forms, TakeStepValidator validator, IAntiforgery antiforgery)
{
    private const string Sure = "_sure";
    private const string Change = "_change";

    [Function("SendTogether")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "clusters/step")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var asked = ClusterQuery.From(form);

        if (!asked.IsAllowed(out var query))
        {
            return Problems.Unreadable(asked.Refusals);
        }

        var found = await handler.ElectionAsync(query.Election, caller, cancellationToken);
        var picked = found.IsAllowed(out _) ? await handler.PickAsync(query, caller, cancellationToken) : [];
        var first = TogetherForms.ModelOf(picked);

        if (!found.IsAllowed(out _) || !first.IsAllowed(out var model))
        {
            return Problems.From(found.IsAllowed(out _) ? first.Refusals : found.Refusals);
        }

        var read = form.Read(validator, form.Of(StepFields.Zone), SendStepFunction.Beside(form, query.Step, null, model));

        if (!read.IsAllowed(out var request) || form.Of(Change).Length > 0)
        {
            return forms.Again(http.HttpContext, query, model, form, read.Refusals, read.IsAllowed(out _) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        }

        if (form.Of(Sure).Length > 0)
        {
            var outcomes = await handler.TakeAsync(
                picked, request, caller, id => http.Repeatable(caller.Pseudonym, form, id, "_pick", Sure), cancellationToken);
            return Page(isDone: true, outcomes);
        }

        var tried = handler.Try(picked, request, caller);
        return tried.Any(each => each.IsDone)
            ? Page(isDone: false, tried)
            : forms.Again(http.HttpContext, query, model, form, [.. tried.SelectMany(each => each.Refusals)], Problems.StatusOf(tried[0].Refusals));

        IResult Page(bool isDone, IReadOnlyList<TogetherOutcome> outcomes) => Show.Page<OutcomePage>(new
        {
            query.Election,
            query.Act,
            query.Step,
            IsDone = isDone,
            Outcomes = outcomes,
            Form = forms.GoOn(http.HttpContext, query, model, form),
        });
    }
}
