using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.Identity;

/// <summary>Whether a purpose is named, and only what a vault keeps.</summary>
internal sealed class OpenIdentityValidator : AbstractValidator<OpenIdentityRequest>
{
    public OpenIdentityValidator()
    {
        RuleFor(each => each.Purpose).Present().OneOf(VaultRead.Purposes);
        RuleForEach(each => each.Items).Present().OneOf(VaultItem.Kinds);
    }
}
