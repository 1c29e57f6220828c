using Complaints.Functions.Access;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.People.SignIn;

/// <summary>Whether one of those is named who can be chosen.</summary>
internal sealed class SignInValidator : AbstractValidator<SignInRequest>
{
    public SignInValidator() => RuleFor(each => each.Persona).Present().OneOf([.. Persona.All.Select(each => each.Code)]);
}
