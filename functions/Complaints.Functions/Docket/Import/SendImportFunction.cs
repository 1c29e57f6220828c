using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Import;

internal sealed class SendImportFunction(ImportForms forms, ImportRegisterHandler handler, Words words, IAntiforgery antiforgery)
{
    [Function("SendImport")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    [Takes("rejected")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/elections/{election}/import")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        if (await forms.LawAsync(election, cancellationToken) is not { } law)
        {
            return Problems.From([ImportForms.None(election)]);
        }

        var sent = await FileForm.ReadAsync(http, antiforgery, WholeBody.MostOfAKeyedRegister, cancellationToken);
        return sent.IsAllowed(out var form) ? await TakeAsync(http, law, form, cancellationToken) : Problems.From(sent.Refusals);
    }

    private async Task<IResult> TakeAsync(HttpRequest http, Law law, FileForm form, CancellationToken cancellationToken)
    {
        if (form.File.Length == 0)
        {
            return forms.Page(http.HttpContext, law, form, null, form.Fault!);
        }

        var asksFile = http.Query.ContainsKey("rejected");
        var isDryRun = asksFile || !form.WasTried;
        var taken = await HandleAsync(law, form, isDryRun, Caller.Of(http.HttpContext).Pseudonym, cancellationToken);

        if (!taken.IsAllowed(out var became))
        {
            return forms.Page(http.HttpContext, law, form, null, [.. taken.Refusals.Select(each => each with { Field = FileForm.FileName })]);
        }

        return asksFile ? ImportFiles.Rejected(became.Rejected, words)
            : form.Fault is { } another ? forms.Page(http.HttpContext, law, form, became, another)
            : forms.Page(http.HttpContext, law, form, became);
    }

    private async Task<Result<ImportResponse>> HandleAsync(Law law, FileForm form, bool isDryRun, string caller, CancellationToken cancellationToken)
    {
        MemoryMarshal.TryGetArray(form.File, out var bytes);
        using var text = new StreamReader(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), Encoding.UTF8);
        return await handler.HandleAsync(law.Election.Id, text, isDryRun, caller, cancellationToken);
    }
}
