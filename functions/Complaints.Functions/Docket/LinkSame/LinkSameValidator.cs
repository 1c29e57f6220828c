using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.LinkSame;

/// <summary>Whether it is said which other, which of both, and why: a code, never a sentence.</summary>
internal sealed class LinkSameValidator : AbstractValidator<LinkSameRequest>
{
    private const int Longest = 100;

    public LinkSameValidator()
    {
        RuleFor(each => each.Other).Present();
        RuleFor(each => each.Other).MaximumLength(Longest).WithErrorCode("field.too-long").WithMessage("'{PropertyPath}' is too long.");
        RuleFor(each => each.Linked).NotNull().WithErrorCode("field.missing").WithMessage("'{PropertyPath}' is needed.");
        RuleFor(each => each.Why).Present();
        RuleFor(each => each.Why).OneOf(Sameness.Reasons).When(each => each.Linked is true);
        RuleFor(each => each.Why).OneOf(Sameness.Corrections).When(each => each.Linked is false);
    }
}
