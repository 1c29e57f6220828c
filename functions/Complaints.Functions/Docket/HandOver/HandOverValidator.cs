using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.HandOver;

/// <summary>Whether it is said to whom, and why: a code, never a sentence.</summary>
internal sealed class HandOverValidator : AbstractValidator<HandOverRequest>
{
    private const int LongestName = 300;

    public HandOverValidator()
    {
        RuleFor(each => each.To).Present();
        RuleFor(each => each.To).MaximumLength(LongestName).WithErrorCode("field.too-long").WithMessage("'{PropertyPath}' is too long.");
        RuleFor(each => each.Why).Present().OneOf(Keeping.Reasons);
    }
}
