using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.WhatIf;

internal sealed class WhatIfFunction(WhatIfHandler handler)
{
    [Function("WhatIf")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/what-if")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => http.Query["rulebook"].ToString() is { Length: > 0 } rulebook
            ? Answers.From(await handler.HandleAsync(id, rulebook, Caller.Of(http.HttpContext), cancellationToken), answer => answer)
            : Problems.Unreadable(new Refusal("field.missing", "Say under which law: rulebook=, an id or an id@version.", Field: "rulebook"));
}
