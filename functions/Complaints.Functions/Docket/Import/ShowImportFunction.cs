using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Import;

internal sealed class ShowImportFunction(ImportForms forms)
{
    [Function("ShowImport")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/elections/{election}/import")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) =>
        await forms.LawAsync(election, cancellationToken) is { } law ? forms.Page(http.HttpContext, law) : Problems.From([ImportForms.None(election)]);
}
