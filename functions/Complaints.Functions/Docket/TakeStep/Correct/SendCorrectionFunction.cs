using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep.Correct;

internal sealed class SendCorrectionFunction(ComplaintForms forms, Words words, TakeStepValidator validator, TakeStepHandler handler, TimeProvider time)
{
    [Function("SendCorrection")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/corrections/{n:int}/{field}")] HttpRequest http,
        string id,
        int n,
        string field,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            CorrectFields.Form(n, field, words, time.Now()),
            (form, zone) => CorrectFields.Read(form, zone, validator, n, field, time.Now()),
            asked => TakeAsync(id, asked, field, cancellationToken),
            complaint => Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done={nameof(ProceduralStep.Correct)}"),
            cancellationToken);

    private async Task<Result<Complaint>> TakeAsync(string id, Asked<TakeStepRequest> asked, string field, CancellationToken cancellationToken)
    {
        var taken = await handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken);
        return taken.IsAllowed(out _) ? taken : (Refusal[])[.. taken.Refusals.Select(each => CorrectFields.OnForm(each, field))];
    }
}
