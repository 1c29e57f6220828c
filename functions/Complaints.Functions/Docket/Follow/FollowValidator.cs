using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.Follow;

/// <summary>Whether both are there.</summary>
internal sealed class FollowValidator : AbstractValidator<FollowRequest>
{
    public const int Most = 60;

    public FollowValidator()
    {
        RuleFor(each => each.Reference).Present().AtMost(Most);
        RuleFor(each => each.Code).Present().AtMost(Most);
    }
}
