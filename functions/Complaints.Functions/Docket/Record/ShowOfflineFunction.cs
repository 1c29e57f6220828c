using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

/// <summary>The form that is filled in without a connection: one file, which asks for nothing else and keeps nothing.</summary>
internal sealed class ShowOfflineFunction(OfflineQuestions questions)
{
    [Function("ShowOffline")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/offline-form")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        http.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"complaint-{Languages.TagOf(Words.Language)}.html\"";
        return Show.Page<OfflineForm>(new
        {
            Questions = await questions.AllAsync(FormBody.Kept(OfflineForm.Everything), cancellationToken),
            Action = $"{http.Scheme}://{http.Host}/complaints/offline",
        });
    }
}
