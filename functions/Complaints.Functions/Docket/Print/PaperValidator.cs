using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.Print;

/// <summary>Whether it is said what for and in which language.</summary>
internal sealed class PaperValidator : AbstractValidator<PaperRequest>
{
    public PaperValidator()
    {
        RuleFor(each => each.Purpose).Present().OneOf(VaultRead.Purposes);
        RuleFor(each => each.Language).Present().OneOf([.. Languages.All.Select(each => each.Tag)]);
        RuleFor(each => each.Forum).Follows("forum");
    }
}
