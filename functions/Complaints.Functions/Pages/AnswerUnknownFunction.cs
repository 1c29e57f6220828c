using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Pages;

/// <summary>Answers what no other function does: an address that is not there, or not for that method.</summary>
internal static class AnswerUnknownFunction
{
    /// <summary>Every address and method, after all others.</summary>
    [Function("AnswerUnknown")]
    [Allow(Roles.None)]
    [Takes(TakesAttribute.Anything)]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest http) =>
        Problems.NothingHere();
}
