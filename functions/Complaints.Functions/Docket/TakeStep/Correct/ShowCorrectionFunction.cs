using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep.Correct;

internal sealed class ShowCorrectionFunction(ComplaintForms forms, Words words, TimeProvider time)
{
    [Function("ShowCorrection")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/corrections/{n:int}/{field}")] HttpRequest http,
        string id,
        int n,
        string field,
        CancellationToken cancellationToken) => forms.ShowAsync(http, id, CorrectFields.Form(n, field, words, time.Now()), cancellationToken);
}
