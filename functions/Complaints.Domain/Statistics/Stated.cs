using System.Globalization;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>A number in a paragraph: what somebody stated, beside what the register counts for the same day.</summary>
internal sealed class Stated
{
    private readonly ReportedFigure? figure;
    private readonly Election election;

    private Stated(ReportedFigure? figure, MeasureTable counts, int counted, LocalDate asOf, Election election)
    {
        this.figure = figure;
        this.election = election;
        Counts = counts;
        Counted = counted;
        AsOf = asOf;
    }

    /// <summary>The counts of the register as it stood on the day of the number.</summary>
    public MeasureTable Counts { get; }

    /// <summary>What the register counts.</summary>
    public int Counted { get; }

    /// <summary>The day up to which the number counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Whether somebody stated the number.</summary>
    public bool IsStated => figure is not null;

    /// <summary>The number for a forum: the newest stated figure of one of the measures, with the count for its day; without one, the count of today.</summary>
    public static Stated Of(Register register, string forum, params ReadOnlySpan<string> measures)
    {
        var filter = MeasureFilter.And(null, "forum", forum);
        var any = measures.ToArray();
        var newest = register.Reported
            .Where(each => each.Filter == filter && any.Contains(each.Measure))
            .OrderByDescending(each => each.AsOf)
            .ThenBy(each => Array.IndexOf(any, each.Measure))
            .ThenBy(each => each.Source, StringComparer.Ordinal)
            .FirstOrDefault();
        var counts = newest is null ? register.Counts : register.CountsOn(newest.AsOf);
        var row = counts.Find(any[0], filter);

        return new Stated(newest, counts, row?.Numerator ?? 0, newest?.AsOf ?? row?.AsOf ?? register.Today, register.Law.Election);
    }

    /// <summary>The number with what it counts. Where the statement and the register differ, both are said.</summary>
    public string Number(string one) =>
        figure is null ? Words.Number(Counted, one)
        : figure.Value == Counted ? Figure(one)
        : string.Create(CultureInfo.InvariantCulture, $"{Figure(one)} by what was stated, {Counted} by the register,");

    /// <summary>Where the number is from, as a note in brackets after the paragraph.</summary>
    public string Note() => figure is null
        ? $"[{Words.Capital(MeasureTable.SourceOf(election))}, as of {Words.Day(AsOf)}.]"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"[{(figure.Approximate ? "Some " : "")}{figure.Value}: {figure.Source}. The {MeasureTable.SourceOf(election)} counts {Counted} as of {Words.Day(AsOf)}.]");

    // The source's "some" is a property of the number and is never dropped.
    private string Figure(string one) => (figure!.Approximate ? "some " : "") + Words.Number(figure.Value, one);
}
