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
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            // A second click of somebody who has just handed it away.
            return await handler.AnsweredAsync(id, http.Repeatable(caller.Pseudonym, form), cancellationToken) is { } past && past.IsAllowed(out var away) ? Away(away) : Problems.From(found.Refusals);
        }

        return await forms.SendAsync(
            http,
            id,
            KeeperFields.Form(words, await handler.ColleaguesAsync(stored.Value, cancellationToken)),
            (typed, zone) => typed.Read(validator, zone),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            keeper => caller.MayOpen(stored.Value.Law.Election.Id, keeper.KeptBy) ? Show.Next(http.HttpContext, $"/complaints/{keeper.Id}?done=keeper") : Away(keeper),
            cancellationToken);

        IResult Away(KeeperResponse away) => Show.Next(http.HttpContext, $"/register?election={Uri.EscapeDataString(away.Election)}&done=keeper");
    }
}
