using System.Text.RegularExpressions;
using Complaints.Domain.Statistics;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Statistics.Report;

/// <summary>Whether a stated figure is filled in: which measure, what it counts, how many, who says so, and up to which day.</summary>
internal sealed partial class ReportFigureValidator : AbstractValidator<ReportFigureRequest>
{
    public ReportFigureValidator()
    {
        RuleFor(each => each.Measure).Present().OneOf(Measure.Ids);
        RuleFor(each => each.Filter).AtMost(200).Must(filter => filter is null || Pairs().IsMatch(filter)).WithErrorCode("field.not-a-filter")
            .WithMessage("'{PropertyPath}' is left out for all, or names what is counted as in the statistics, for example forum=SC;ground=late.");
        RuleFor(each => each.Value).Must(value => value is not null).WithErrorCode("field.missing").WithMessage("'{PropertyPath}' is needed.");
        RuleFor(each => each.Value).Must(value => value is null or >= 0).WithErrorCode("field.negative").WithMessage("'{PropertyPath}' is a count: none or more.");
        RuleFor(each => each.Source).Present().AtMost(500);
        RuleFor(each => each.AsOf).Present();
    }

    [GeneratedRegex(@"\A[a-zA-Z]+=[^;=]+(;[a-zA-Z]+=[^;=]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pairs();
}
