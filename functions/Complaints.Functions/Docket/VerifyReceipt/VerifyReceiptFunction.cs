using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.VerifyReceipt;

internal sealed class VerifyReceiptFunction(VerifyReceiptValidator validator, VerifyReceiptHandler handler)
{
    [Function("VerifyReceipt")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/receipts/verify")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);
        return request is null ? invalid! : Answers.Json(await handler.HandleAsync(request, cancellationToken));
    }
}
