using FluentValidation;
using Complaints.Domain;
using Complaints.Functions.Http;

namespace Complaints.Functions.Docket.Record;

/// <summary>Whether the form is filled in. What the law says of it is asked elsewhere.</summary>
internal sealed class RecordComplaintValidator : AbstractValidator<RecordComplaintRequest>
{
    public RecordComplaintValidator()
    {
        RuleFor(each => each.Election).Present();
        RuleFor(each => each.Matter).Present().Follows("matter");
        RuleFor(each => each.ComplainantType).Follows("complainantType");
        RuleFor(each => each.Complainant).Follows("complainant");
        RuleFor(each => each.ChallengedActor).Present().When(each => each.Matter == "complaint");
        RuleFor(each => each.ChallengedActor).Follows("challengedActor");
        RuleFor(each => each.ChallengedActKind).Follows("challengedActKind");
        RuleFor(each => each.ChallengedAct).Follows("challengedAct");
        RuleFor(each => each.Subject).Follows("subject");
        RuleFor(each => each.PlaceZone).Follows("placeZone");
        RuleFor(each => each.Region).Follows("region");
        RuleFor(each => each.Precinct).Follows("precinct");
        RuleFor(each => each.RemedySought).Follows("remedySought");
        RuleFor(each => each.KnownVia).Follows("knownVia");
        RuleFor(each => each.Narrative).AtMost(20_000);
        RuleFor(each => each.Identity!.Name).AtMost(300).When(each => each.Identity is not null);
        RuleFor(each => each.Identity!.Contact).AtMost(300).When(each => each.Identity is not null);
    }

    /// <summary>The request that a form fills in, its moments on the clock of this place; every reason why not.</summary>
    public Result<RecordComplaintRequest> Read(FormBody form, string zone) => form.Read(this, zone, zoneName: "placeZone");
}
