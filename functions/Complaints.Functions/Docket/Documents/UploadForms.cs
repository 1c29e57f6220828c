using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Documents;

/// <summary>The page that takes documents, one after the other, as it is first shown and as it comes back.</summary>
internal sealed class UploadForms(Forms forms, Words words, IAntiforgery antiforgery)
{
    private static readonly FormPart[] Parts = [new FormPart(null, [new("file", FieldKind.Text) { IsNeeded = true }])];

    /// <summary>The page, with why the last document was not taken.</summary>
    public IResult Page(HttpContext http, Complaint complaint, int? added, IReadOnlyList<Refusal> refusals)
    {
        var errors = refusals.Select(each => new FormError(each.Code, words.Refused(each), "file")).DistinctBy(each => each.Message);
        return Show.Page<UploadPage>(
            new { Complaint = complaint, Form = forms.New(http, Parts, new Dictionary<string, string>()) with { Errors = [.. errors] }, Added = added },
            refusals.Count > 0 ? Problems.StatusOf(refusals) : StatusCodes.Status200OK);
    }

    /// <summary>Why an upload is not one of our page's; null if it is. Its token stands in a field before the file.</summary>
    public Task<Refusal?> RefuseAsync(HttpContext http, IReadOnlyDictionary<string, string> fields) =>
        FormBody.WhyNotOursAsync(http, antiforgery, fields.GetValueOrDefault(FormBody.TokenName));
}
