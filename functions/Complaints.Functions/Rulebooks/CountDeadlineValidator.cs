using System.Linq.Expressions;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using FluentValidation;
using NodaTime;

namespace Complaints.Functions.Rulebooks;

/// <summary>Whether the facts to count from are given.</summary>
internal sealed class CountDeadlineValidator : AbstractValidator<CountDeadlineRequest>
{
    public CountDeadlineValidator()
    {
        RuleFor(each => each.Rulebook).Present();
        RuleFor(each => each.Forum).Present();
        RuleFor(each => each.CountedFrom).Present();
        RuleFor(each => each.Kind).Present().When(each => each.Limit is null);
        RuleFor(each => each.ChallengedActKind).OneOf(Taxonomies.Shipped.ChallengedActKinds);
        RuleFor(each => each.Subject).OneOf(Taxonomies.Shipped.Subjects);
        RuleFor(each => each.Phase).OneOf(Selector.Phases);
        RuleFor(each => each.Reason).OneOf(Selector.Reasons);
        NotBeforeTheStart(each => each.At);
        NotBeforeTheStart(each => each.PublishedAt);
        NotBeforeTheStart(each => each.KnownAt);
        NotBeforeTheStart(each => each.ServedAt);
        NotBeforeTheStart(each => each.DeterminedAt);
        RuleFor(each => each.ForumZone).Zone();
        RuleFor(each => each.PlaceZone).Zone();
        RuleFor(each => each.Suspended!.From).Present().When(each => each.Suspended is not null);
    }

    /// <summary>Nobody knows of an act, is served with it or answers it before it is done.</summary>
    private void NotBeforeTheStart(Expression<Func<CountDeadlineRequest, Instant?>> moment) =>
        RuleFor(moment).Must((each, at) => !(at < each.CountedFrom))
            .WithErrorCode("date.before-start")
            .WithMessage("'{PropertyPath}' lies before 'countedFrom', where the count starts: one of the two is wrong.");
}
