using Complaints.Domain;
using Complaints.Domain.Admissibility;
using Complaints.Functions.Http;
using NodaTime;

namespace Complaints.Functions.Rulebooks;

/// <summary>What the law says of a filing before it is made, and for which instant of filing it was asked.</summary>
internal sealed record CheckAdmissibilityResponse(string Verdict, IReadOnlyList<CheckResponse> Checks, Instant At)
{
    public static CheckAdmissibilityResponse From(Opinion opinion, Language language) =>
        new(Codes.Of(opinion.Verdict), [.. opinion.Checks.Select(each => CheckResponse.From(each, language))], opinion.At);
}

/// <summary>One check of a filing.</summary>
internal sealed record CheckResponse(string Check, string Verdict, string Code, string Message, string? Citation, string? Fix)
{
    public static CheckResponse From(Finding each, Language language) => new(
        Codes.Of(each.Check), Codes.Of(each.Verdict), each.Code, each.Message.In(language), each.Citation?.In(language), each.Fix?.In(language));
}
