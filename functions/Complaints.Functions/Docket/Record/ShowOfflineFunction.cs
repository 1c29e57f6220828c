using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

/// <summary>The form that is filled in without a connection: one file, which asks for nothing else and keeps nothing.</summary>
internal sealed class ShowOfflineFunction(ElectionStore elections, LawShelf shelf, Words words)
{
    [Function("ShowOffline")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/offline-form")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var all = await elections.AllAsync(cancellationToken);
        var law = all.Count > 0 && await shelf.ForNewAsync(all[0], cancellationToken) is { } known ? known : shelf.Known[0];
        http.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"complaint-{Languages.TagOf(Words.Language)}.html\"";
        return Show.Page<OfflineForm>(new
        {
            // Which election it is, and the documents, are asked once there is a connection.
            Questions = Questions.Of(FormBody.Kept(OfflineForm.Everything), [], law, words)
                .Where(each => each.Id != Questions.Documents).Select(each => each with { Fields = [.. each.Fields.Where(field => field.Name != "election")] }).ToArray(),
            Action = $"{http.Scheme}://{http.Host}/complaints/offline",
        });
    }
}
