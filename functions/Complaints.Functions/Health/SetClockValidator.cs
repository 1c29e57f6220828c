using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Health;

/// <summary>Whether the hour is given.</summary>
internal sealed class SetClockValidator : AbstractValidator<SetClockRequest>
{
    public SetClockValidator() => RuleFor(each => each.Now).Present();
}
