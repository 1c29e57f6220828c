using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.SignIn;

internal sealed class SendSignInFunction(
    SignInForms forms, SignInValidator validator, SessionCookie cookie, Surroundings surroundings, IAntiforgery antiforgery, TimeProvider time)
{
    [Function("SendSignIn")]
    [Allow(Roles.None, EvenLocked = true)]
    [Takes("then")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest http, CancellationToken cancellationToken)
    {
        if (!surroundings.IsLaptop(http.HttpContext))
        {
            return Problems.NoSuchAddress(http);
        }

        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = form.Read(validator, "");

        if (!read.IsAllowed(out var request))
        {
            return forms.Again(http.HttpContext, form, read.Refusals);
        }

        cookie.Keep(http.HttpContext, Session.Begin(Persona.Find(request.Persona)!.AsCaller(), time.Now()));
        return Show.Next(http.HttpContext, Ways.Next(http));
    }
}
