using FluentValidation;

namespace Complaints.Functions.People.Lock;

/// <summary>Whether it is said which of both.</summary>
internal sealed class LockValidator : AbstractValidator<LockRequest>
{
    public LockValidator() => RuleFor(each => each.Locked).Must(locked => locked is not null).WithErrorCode("field.missing").WithMessage("'{PropertyPath}' is needed.");
}
