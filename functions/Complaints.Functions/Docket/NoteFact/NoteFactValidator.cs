using Complaints.Domain.Docket;
using FluentValidation;
using Complaints.Functions.Http;

namespace Complaints.Functions.Docket.NoteFact;

/// <summary>Whether the fact is filled in.</summary>
internal sealed class NoteFactValidator : AbstractValidator<NoteFactRequest>
{
    private static readonly string[] Facts = [.. Enum.GetValues<FactKind>().Select(Codes.Of)];

    public NoteFactValidator()
    {
        RuleFor(each => each.Fact).Present().OneOf(Facts);
        RuleFor(each => each.At).Present();
        RuleFor(each => each.KnownVia).Follows("knownVia");
        RuleFor(each => each.Mode).Follows("mode");
        RuleFor(each => each.Source).Follows("source");
        RuleFor(each => each.Note).Follows("note");
        RuleFor(each => each.Url).Follows("url");
        RuleFor(each => each).BringsItsOwn(each => new FactNoted(each.Kind, each.ToDetails())).When(each => Facts.Contains(each.Fact));
    }
}
