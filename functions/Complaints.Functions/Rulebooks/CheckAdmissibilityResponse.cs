using Complaints.Domain.Admissibility;
using Complaints.Functions.Http;

namespace Complaints.Functions.Rulebooks;

/// <summary>What the law says of a filing before it is made.</summary>
internal sealed record CheckAdmissibilityResponse(string Verdict, IReadOnlyList<CheckResponse> Checks)
{
    public static CheckAdmissibilityResponse From(Opinion opinion) =>
        new(Codes.Of(opinion.Verdict), [.. opinion.Checks.Select(CheckResponse.From)]);
}

/// <summary>One check of a filing.</summary>
internal sealed record CheckResponse(string Check, string Verdict, string Code, string Message, string? Citation, string? Fix)
{
    public static CheckResponse From(Finding each) => new(
        Codes.Of(each.Check), Codes.Of(each.Verdict), each.Code, each.Message.English, each.Citation, each.Fix?.English);
}
