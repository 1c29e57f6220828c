using Complaints.Domain;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Follow;

/// <summary>The form that asks for reference and code, as it is first shown and as it comes back.</summary>
internal sealed class FollowForms(Forms forms)
{
    private const string Code = "code";

    private static readonly FormPart[] Parts =
    [
        new(null, [new("reference", FieldKind.Text) { IsNeeded = true, AtMost = FollowValidator.Most }, new(Code, FieldKind.Text) { IsNeeded = true, AtMost = FollowValidator.Most }]),
    ];

    public IResult New(HttpContext http) => Page(forms.New(http, Parts, new Dictionary<string, string>()), StatusCodes.Status200OK);

    /// <summary>The page with why not; the code is typed anew.</summary>
    public IResult Again(HttpContext http, FormBody sent, IReadOnlyList<Refusal> refusals, int status)
    {
        var form = forms.Again(http, Parts, sent, "", refusals);
        return Page(form with { Held = form.Held.Where(each => each.Key != Code).ToDictionary() }, status);
    }

    private static IResult Page(Form form, int status) => Show.Page<FollowPage>(new { Form = form }, status);
}
