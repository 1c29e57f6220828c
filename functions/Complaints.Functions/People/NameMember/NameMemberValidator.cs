using Complaints.Functions.Access;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.People.NameMember;

/// <summary>Whether at least one role is named, each that a team has.</summary>
internal sealed class NameMemberValidator : AbstractValidator<NameMemberRequest>
{
    public NameMemberValidator()
    {
        RuleFor(each => each.Roles).Present();
        RuleForEach(each => each.Roles).Present().OneOf(RoleCodes.OfATeam);
    }
}
