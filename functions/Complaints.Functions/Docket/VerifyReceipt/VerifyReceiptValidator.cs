using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.VerifyReceipt;

/// <summary>Whether both parts of a signed receipt are there.</summary>
internal sealed class VerifyReceiptValidator : AbstractValidator<VerifyReceiptRequest>
{
    public VerifyReceiptValidator()
    {
        RuleFor(each => each.Receipt).Present();
        RuleFor(each => each.Signature).Present();
    }
}
