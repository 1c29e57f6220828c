using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.VerifyReceipt;

internal sealed class ShowVerifyFunction(VerifyForms forms)
{
    [Function("ShowVerify")]
    [Allow(Roles.None)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "receipts/verify")] HttpRequest http) => forms.New(http.HttpContext);
}
