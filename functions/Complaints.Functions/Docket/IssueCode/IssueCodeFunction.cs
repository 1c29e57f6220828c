using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.IssueCode;

internal sealed class IssueCodeFunction(IssueCodeHandler handler)
{
    [Function("IssueCode")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/code")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var key = http.Headers["Idempotency-Key"].ToString();
        var issued = await handler.HandleAsync(id, Caller.Of(http.HttpContext), "json", key.Length > 0 ? key : null, cancellationToken);
        return issued.IsAllowed(out var code)
            ? Answers.Json(new IssueCodeResponse(code.Code.ToString()), StatusCodes.Status201Created)
            : Problems.From(issued.Refusals);
    }
}

/// <summary>A receipt code. It is not said again, except to the same request repeated.</summary>
internal sealed record IssueCodeResponse(string Code);
