using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.FindByReference;

internal static class FindByReferenceFunction
{
    [Function("FindByReference")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints")] HttpRequest http)
    {
        var found = Reference.Parse(http.Query["reference"].ToString());
        return found.IsAllowed(out var reference) ? Show.Next(http.HttpContext, $"/complaints/{reference.Id}") : Problems.From(found.Refusals);
    }
}
