using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Alerts.Undelivered;

/// <summary>Whether it says which notice and why.</summary>
internal sealed class GiveUpValidator : AbstractValidator<GiveUpRequest>
{
    public GiveUpValidator()
    {
        RuleFor(each => each.Notice).Present();
        RuleFor(each => each.Reason).Present().AtMost(GiveUpRequest.LongestReason);
    }
}
