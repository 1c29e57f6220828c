using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.HearConsent;

/// <summary>Whether it is said what to, which of both, when and how it is known. Nothing here can hold a name.</summary>
internal sealed class HearConsentValidator : AbstractValidator<HearConsentRequest>
{
    public HearConsentValidator()
    {
        RuleFor(each => each.Purpose).Present().OneOf(Domain.Docket.Consent.Purposes);
        RuleFor(each => each.Given).NotNull().WithErrorCode("field.missing").WithMessage("'{PropertyPath}' is needed.");
        RuleFor(each => each.At).Present();
        RuleFor(each => each.Way).Present().OneOf(Domain.Docket.Consent.Ways);
    }
}
