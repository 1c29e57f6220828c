using System.Text.RegularExpressions;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.OpenElection;

/// <summary>Whether the election has a name for addresses, a code for references and a name for people.</summary>
internal sealed partial class OpenElectionValidator : AbstractValidator<OpenElectionRequest>
{
    public OpenElectionValidator()
    {
        RuleFor(each => each.Name).Present().AtMost(200);
        RuleFor(each => each.Id).Present().Must(id => id is null || Address().IsMatch(id)).WithErrorCode("election.bad-id")
            .WithMessage("'{PropertyPath}' is 2 to 40 lower-case letters, digits and '-', a letter first, for example kz-2021.");
        RuleFor(each => each.Code).Present().Must(code => code is null || Reference.IsCode(code)).WithErrorCode("election.bad-code")
            .WithMessage("'{PropertyPath}' begins every reference: 2 to 6 letters and digits, none of I, L, O and U, for example KZ21P.");
        RuleFor(each => each.Rulebook).Present();
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{1,39}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();
}
