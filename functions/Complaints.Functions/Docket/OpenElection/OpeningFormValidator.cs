using FluentValidation;

namespace Complaints.Functions.Docket.OpenElection;

/// <summary>Whether the form is filled in: as the JSON door asks it.</summary>
internal sealed class OpeningFormValidator : AbstractValidator<OpeningForm>
{
    public OpeningFormValidator(OpenElectionValidator opening) => RuleFor(each => each.Opening).SetValidator(opening);
}
