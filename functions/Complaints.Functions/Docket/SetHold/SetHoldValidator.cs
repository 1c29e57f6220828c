using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.SetHold;

/// <summary>Whether it is said which of both, and why: a code, never a sentence.</summary>
internal sealed class SetHoldValidator : AbstractValidator<SetHoldRequest>
{
    public SetHoldValidator()
    {
        RuleFor(each => each.Set).NotNull().WithErrorCode("field.missing").WithMessage("'{PropertyPath}' is needed.");
        RuleFor(each => each.Reason).Present();
        RuleFor(each => each.Reason).OneOf(Erasure.Holds).When(each => each.Set is true);
        RuleFor(each => each.Reason).OneOf(Erasure.Lifts).When(each => each.Set is false);
    }
}
