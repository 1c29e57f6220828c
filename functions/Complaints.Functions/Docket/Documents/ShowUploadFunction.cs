using System.Globalization;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Documents;

internal sealed class ShowUploadFunction(DocketStore docket, UploadForms forms)
{
    [Function("ShowUpload")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/documents")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return !found.IsAllowed(out var stored) ? Problems.From(found.Refusals)
            : stored.Value.IsErased ? Problems.From([Erasure.Done])
            : forms.Page(http.HttpContext, stored.Value, AddedIn(http, stored.Value), []);
    }

    private static int? AddedIn(HttpRequest http, Complaint complaint) =>
        int.TryParse(http.Query["done"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && complaint.Documents.Any(each => each.Number == number) ? number : null;
}
