using Complaints.Functions.Http;
using FluentValidation;
using NodaTime;

namespace Complaints.Functions.Health;

/// <summary>Whether the hour is given, and is one at which everything else still works: a deadline is counted until 2199, a zip dates its entries until 2107.</summary>
internal sealed class SetClockValidator : AbstractValidator<SetClockRequest>
{
    private static readonly Interval Settable = new(Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));

    public SetClockValidator()
    {
        RuleFor(each => each.Now).Present();
        RuleFor(each => each.Now)
            .Must(now => now is not { } hour || Settable.Contains(hour))
            .WithErrorCode("clock.out-of-range")
            .WithMessage("The clock can be set to an hour from 2000 to 2099.");
    }
}
