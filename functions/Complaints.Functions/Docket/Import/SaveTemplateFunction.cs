using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Import;

internal sealed class SaveTemplateFunction(ImportForms forms)
{
    [Function("SaveTemplate")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "manage/elections/{election}/import/template")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) =>
        await forms.LawAsync(election, cancellationToken) is { } law ? ImportFiles.Template(forms.Columns(law)) : Problems.From([ImportForms.None(election)]);
}
