using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.Recompute;

/// <summary>Whether it says which version is meant. One without its number would be another one tomorrow.</summary>
internal sealed class RecomputeValidator : AbstractValidator<RecomputeRequest>
{
    public RecomputeValidator()
    {
        RuleFor(each => each.Rulebook).Present();
        RuleFor(each => each.Rulebook).Must(version => string.IsNullOrEmpty(version) || RulebookVersion.Parse(version) is not null)
            .WithErrorCode("field.not-a-version").WithMessage("'{PropertyPath}' names a version, as id@number.");
        RuleFor(each => each.ForNew).Must((each, forNew) => !forNew || each.Apply)
            .WithErrorCode("field.needs-apply").WithMessage("'{PropertyPath}' goes with \"apply\": true; without it nothing is saved.");
        RuleFor(each => each.Why).AtMost(500);
    }
}
