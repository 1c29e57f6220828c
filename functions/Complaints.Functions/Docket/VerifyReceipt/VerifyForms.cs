using Complaints.Domain;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.VerifyReceipt;

/// <summary>The form that takes a receipt, pasted or as a file.</summary>
internal sealed class VerifyForms(Forms forms)
{
    /// <summary>The field it is pasted into.</summary>
    public const string Pasted = "receipt";

    // Needed, unless there is a file.
    private static readonly FormPart[] Parts = [new(null, [new(Pasted, FieldKind.LongText) { IsNeeded = true }])];

    public IResult New(HttpContext http) => Page(forms.New(http, Parts, new Dictionary<string, string>()), null, StatusCodes.Status200OK);

    /// <summary>The page with what was found, or why it could not be checked.</summary>
    public IResult Again(HttpContext http, FormBody sent, Result<VerifyReceiptResponse> found) => Page(
        forms.Again(http, Parts, sent, "", [.. found.Refusals.Select(each => each with { Field = Pasted })]),
        found.IsAllowed(out var answer) ? answer : null,
        found.Refusals.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    private static IResult Page(Form form, VerifyReceiptResponse? found, int status) =>
        Show.Page<VerifyPage>(new { Form = form, found?.IsSigned, found?.IsInRecord, found?.Key }, status);
}
