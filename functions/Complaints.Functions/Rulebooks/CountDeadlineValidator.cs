using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using FluentValidation;

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
        this.NotBefore(
            each => each.CountedFrom, each => each.At, each => each.PublishedAt, each => each.KnownAt, each => each.ServedAt, each => each.DeterminedAt);
        RuleFor(each => each.ForumZone).Zone();
        RuleFor(each => each.PlaceZone).Zone();
        RuleFor(each => each.Suspended!.From).Present().When(each => each.Suspended is not null);
    }
}
