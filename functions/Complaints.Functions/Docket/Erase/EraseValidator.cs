using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.Erase;

/// <summary>Whether a reason is named: a code, never a sentence.</summary>
internal sealed class EraseValidator : AbstractValidator<EraseRequest>
{
    public EraseValidator() => RuleFor(each => each.Reason).Present().OneOf(Erasure.Reasons);
}
