using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using FluentValidation;
using Complaints.Functions.Http;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>Whether the step is filled in. Whether it is open, and what the law makes of it, is asked of the domain.</summary>
internal sealed class TakeStepValidator : AbstractValidator<TakeStepRequest>
{
    private static readonly string[] Steps = Enum.GetNames<ProceduralStep>();

    public TakeStepValidator()
    {
        RuleFor(each => each.Step).Present().OneOf(Steps);
        RuleFor(each => each.At).Present();
        RuleFor(each => each.Forum).Present().When(each => Enum.TryParse<ProceduralStep>(each.Step, out var step) && step.Crosses());
        RuleFor(each => each.Forum).Follows("forum");
        RuleFor(each => each.ForumZone).Follows("forumZone");
        RuleFor(each => each.ForumName).Follows("forumName");
        RuleFor(each => each.Channel).Follows("channel");
        RuleFor(each => each.By).Follows("by");
        RuleFor(each => each.RegistrationNumber).Follows("registrationNumber");
        RuleFor(each => each.Outcome).Present().When(each => each.Step == nameof(ProceduralStep.Decide));
        RuleFor(each => each.Outcome).Follows("outcome");
        RuleFor(each => each.Grounds).Follows("grounds");
        RuleFor(each => each.Remedy).Follows("remedy");
        RuleFor(each => each.Reasons).Follows("reasons");
        RuleFor(each => each.Wording).Follows("wording");
        RuleFor(each => each.DecidedBy).Follows("decidedBy");
        RuleFor(each => each.AskedOf).Present().When(each => each.Step == nameof(ProceduralStep.RequestCheck));
        RuleFor(each => each.AskedOf).Follows("askedOf");
        RuleFor(each => each.Source).Follows("source");
        RuleFor(each => each.Reason).Present().When(each => each.Step == nameof(ProceduralStep.Correct));
        RuleFor(each => each.Reason).Follows("reason");
        RuleFor(each => each).BringsItsOwn(each => new StepTaken(Enum.Parse<ProceduralStep>(each.Step!), each.ToDetails()))
            .When(each => Steps.Contains(each.Step));
    }
}
