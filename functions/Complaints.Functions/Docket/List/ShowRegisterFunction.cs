using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.List;

internal sealed class ShowRegisterFunction(ListComplaintsHandler handler, ElectionStore elections, LawShelf shelf)
{
    [Function("ShowRegister")]
    [Allow(Roles.Mission)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);

        if (http.Query["election"].Count == 0)
        {
            Election[] all = [.. (await elections.AllAsync(cancellationToken)).Where(each => caller.In(each.Id) != Roles.None)];
            return all is [var only]
                ? Show.Next(http.HttpContext, $"/register?election={Uri.EscapeDataString(only.Id)}")
                : Show.Page<ChooseElectionPage>(new { Elections = (IReadOnlyList<Election>)all, Door = "register" });
        }

        var read = RegisterQuery.From(http.Query, isForPages: true);

        if (!read.IsAllowed(out var query))
        {
            return Problems.Unreadable(read.Refusals);
        }

        var listed = await handler.HandleAsync(query, caller, cancellationToken);
        return listed.IsAllowed(out var part)
            ? Show.Page<RegisterPage>(new
            {
                Part = part,
                Law = await shelf.ForNewAsync(part.Election, cancellationToken),
                Query = query,
                IsHandedOver = http.Query["done"] == "keeper",
                MayActTogether = caller.IsAny(Roles.Observer | Roles.Coordinator, part.Election.Id),
                MayOpen = (Func<RegisterEntry, bool>)(each => caller.MayOpen(part.Election.Id, each.KeptBy)),
            })
            : Problems.From(listed.Refusals);
    }
}
