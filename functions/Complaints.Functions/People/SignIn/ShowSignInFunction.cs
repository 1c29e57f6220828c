using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.SignIn;

internal sealed class ShowSignInFunction(SignInForms forms, Surroundings surroundings)
{
    [Function("ShowSignIn")]
    [Allow(Roles.None, EvenLocked = true)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in")] HttpRequest http) =>
        surroundings.IsLaptop(http.HttpContext) ? forms.New(http.HttpContext) : Problems.NoSuchAddress(http);
}
