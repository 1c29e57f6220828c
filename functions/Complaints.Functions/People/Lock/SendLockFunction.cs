using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.Lock;

internal sealed class SendLockFunction(PeopleForms forms, LockValidator validator, LockHandler handler, IAntiforgery antiforgery)
{
    [Function("SendLock")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/people")] HttpRequest http, CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = form.About(form.Read(validator, ""));

        if (!read.IsAllowed(out var asked))
        {
            return await forms.ShowAsync(http.HttpContext, cancellationToken, form, read.Refusals, StatusCodes.Status400BadRequest);
        }

        var locked = await handler.HandleAsync(asked.Person, asked.Request.Locked!.Value, Caller.Of(http.HttpContext).Pseudonym, cancellationToken);
        return locked.IsAllowed(out _)
            ? Show.Next(http.HttpContext, PeopleForms.Address)
            : await forms.ShowAsync(http.HttpContext, cancellationToken, form, OnForm(locked.Refusals), Problems.StatusOf(locked.Refusals));
    }

    // The address names whom it is about at the JSON door, a field does here.
    private static IReadOnlyList<Domain.Refusal> OnForm(IEnumerable<Domain.Refusal> refusals) =>
        [.. refusals.Select(each => each.Field == "person" ? each with { Field = PersonField.Name } : each)];
}
