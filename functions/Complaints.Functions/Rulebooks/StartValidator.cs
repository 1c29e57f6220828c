using System.Linq.Expressions;
using FluentValidation;
using NodaTime;

namespace Complaints.Functions.Rulebooks;

/// <summary>The rule of every question that counts from a start: nobody knows of an act, is served with it or answers it before it is done.</summary>
internal static class StartValidator
{
    public static void NotBefore<T>(this AbstractValidator<T> validator, Func<T, Instant?> start, params ReadOnlySpan<Expression<Func<T, Instant?>>> moments)
    {
        foreach (var moment in moments)
        {
            validator.RuleFor(moment).Must((each, at) => !(at < start(each)))
                .WithErrorCode("date.before-start")
                .WithMessage("'{PropertyPath}' lies before 'countedFrom', where the count starts: one of the two is wrong.");
        }
    }
}
