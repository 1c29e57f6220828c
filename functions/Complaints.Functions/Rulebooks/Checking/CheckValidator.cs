using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>Whether the answers can be read. What is left open is no fault; the check says what hangs on it.</summary>
internal sealed class CheckValidator : AbstractValidator<CheckRequest>
{
    private const int MostMembers = 10_000;

    public CheckValidator()
    {
        var codes = Taxonomies.Shipped;
        RuleFor(each => each.Election).Present();
        RuleFor(each => each.Matter).Present().OneOf(codes.Matters);
        RuleFor(each => each.ChallengedActor).Present().When(each => each.Matter == "complaint");
        RuleFor(each => each.ChallengedActKind).OneOf(codes.ChallengedActKinds);
        RuleFor(each => each.Subject).OneOf(codes.Subjects);
        RuleFor(each => each.PlaceZone).Present().Zone();
        RuleFor(each => each.ComplainantType).OneOf([.. codes.ComplainantTypes, .. codes.OfficeHolders]);
        RuleFor(each => each.Members).InclusiveBetween(1, MostMembers)
            .WithErrorCode("field.out-of-range")
            .WithMessage("'{PropertyPath}' is a number of people, 1 at least.");
        this.NotBefore(each => each.OccurredAt, each => each.PublishedAt, each => each.KnownAt, each => each.DeterminedAt);
        RuleForEach(each => each.Has).OneOf(codes.FormElements);
    }
}
