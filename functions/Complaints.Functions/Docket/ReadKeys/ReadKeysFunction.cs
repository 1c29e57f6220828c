using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.ReadKeys;

internal sealed class ReadKeysFunction(ReceiptKeys keys)
{
    [Function("ReadKeys")]
    [Allow(Roles.None)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/keys")] HttpRequest http) =>
        Results.Json(keys.Published(), contentType: "application/jwk-set+json");
}
