using System.Globalization;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Rulebooks;

/// <summary>Whether what is told of the filing can be read; nothing but the law and the forum has to be told.</summary>
internal sealed class CheckAdmissibilityValidator : AbstractValidator<CheckAdmissibilityRequest>
{
    private const int MostMembers = 10_000;
    private const int MostElements = 20;

    public CheckAdmissibilityValidator()
    {
        var codes = Taxonomies.Shipped;
        RuleFor(each => each.Rulebook).Present();
        RuleFor(each => each.Forum).Present();
        RuleFor(each => each.ForumZone).Zone();
        RuleFor(each => each.PlaceZone).Zone();
        RuleFor(each => each.ComplainantType).OneOf([.. codes.ComplainantTypes, .. codes.OfficeHolders]);
        RuleFor(each => each.Members).InclusiveBetween(1, MostMembers)
            .WithErrorCode("field.out-of-range")
            .WithMessage("'{PropertyPath}' is a number of people, 1 at least.");
        RuleFor(each => each.ChallengedActKind).OneOf(codes.ChallengedActKinds);
        RuleFor(each => each.Subject).OneOf(codes.Subjects);
        RuleFor(each => each.Matter).OneOf(codes.Matters);
        this.NotBefore(each => each.CountedFrom, each => each.PublishedAt, each => each.KnownAt, each => each.DeterminedAt);
        RuleFor(each => each.Has).Must(has => has is null || has.Count <= MostElements)
            .WithErrorCode("field.too-many")
            .WithMessage("'{PropertyPath}' takes " + MostElements.ToString(CultureInfo.InvariantCulture) + " entries at most.");
        RuleForEach(each => each.Has).OneOf(codes.FormElements).When(each => each.Has is { Count: <= MostElements });
    }
}
