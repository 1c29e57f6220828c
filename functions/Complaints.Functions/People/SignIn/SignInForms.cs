using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.People.SignIn;

/// <summary>The form that asks whom one wants to be, as it is first shown and as it comes back.</summary>
internal sealed class SignInForms(Forms forms, Words words)
{
    /// <summary>The page with nobody chosen.</summary>
    public IResult New(HttpContext http) => Page(http, forms.New(http, Parts(), new Dictionary<string, string>()), StatusCodes.Status200OK);

    /// <summary>The page with why nobody was signed in.</summary>
    public IResult Again(HttpContext http, FormBody sent, IReadOnlyList<Refusal> refusals) =>
        Page(http, forms.Again(http, Parts(), sent, "", refusals), StatusCodes.Status400BadRequest);

    private static IResult Page(HttpContext http, Form form, int status) => Show.Page<SignInPage>(new { Form = form, Next = Ways.Next(http.Request) }, status);

    private IReadOnlyList<FormPart> Parts() =>
        [new FormPart(null, [new("persona", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("Persona", Persona.All.Select(each => each.Code)) }])];
}
