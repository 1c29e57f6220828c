using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.SignOut;

/// <summary>Lets a persona go. It asks for no token: the button stands on every page, and all that anybody else could do with it is to sign somebody out.</summary>
internal sealed class SignOutFunction(Surroundings surroundings)
{
    [Function("SignOut")]
    [Allow(Roles.None, EvenLocked = true)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest http)
    {
        if (!surroundings.IsLaptop(http.HttpContext))
        {
            return Problems.NoSuchAddress(http);
        }

        SessionCookie.Drop(http.HttpContext);
        return Show.Next(http.HttpContext, "/");
    }
}
