using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.HandOver;

internal sealed class SendKeeperFunction(
    DocketStore docket, ComplaintForms forms, Words words, HandOverValidator validator, HandOverHandler handler, IAntiforgery antiforgery)
{
    [Function("SendKeeper")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/keeper")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var repeatable = http.Repeatable(caller.Pseudonym, form);
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            // A second click of somebody who has just handed it away.
            return await handler.AnsweredAsync(id, repeatable, cancellationToken) is { } past && past.IsAllowed(out var away) ? Away(away) : Problems.From(found.Refusals);
        }

        var read = form.Read(validator, "");
        var handed = read.IsAllowed(out var request)
            ? await handler.HandleAsync(id, request, caller, version: null, repeatable, cancellationToken)
            : read.Refusals;

        if (!handed.IsAllowed(out var keeper))
        {
            var fields = KeeperFields.Of(words, await handler.ColleaguesAsync(stored.Value, cancellationToken));
            return forms.Again(
                http.HttpContext, stored.Value, KeeperFields.About, fields, form, handed.Refusals, read.IsAllowed(out _) ? Problems.StatusOf(handed.Refusals) : StatusCodes.Status400BadRequest);
        }

        return caller.MayOpen(stored.Value.Law.Election.Id, keeper.KeptBy) ? Show.Next(http.HttpContext, $"/complaints/{keeper.Id}?done=keeper") : Away(keeper);

        IResult Away(KeeperResponse away) => Show.Next(http.HttpContext, $"/register?election={Uri.EscapeDataString(away.Election)}&done=keeper");
    }
}
