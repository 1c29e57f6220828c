namespace Complaints.Domain.Statistics;

/// <summary>What was filed: how much, with whom, by whom, about what, and whether rightly (M01, M02, M04, M05, M09, M10, M18).</summary>
internal static class FilingMeasures
{
    private const string Late = "late";

    /// <summary>The measures over applications.</summary>
    public static IEnumerable<Measure> OfApplications(Group applications) => applications.WithForums().SelectMany(each =>
        each.Shares("M02", "subject", filing => filing.Entry.Subject).Prepend(each.Count("M02")));

    /// <summary>The measures over complaints, appeals and petitions.</summary>
    public static IEnumerable<Measure> OfComplaints(Group complaints) => complaints.WithForums().SelectMany(each =>
        Filed(each)
            .Concat(each.Shares("M04", "subject", filing => filing.Entry.Subject))
            .Concat(each.Shares("M05", "complainantType", filing => filing.Entry.ComplainantType is "unknown" ? null : filing.Entry.ComplainantType))
            .Concat(Misdirected(each))
            .Concat(InTime(each))
            .Append(each.Share("M18", each.Filings.Count(filing => filing.Proceeding.IsTreatedAsApplication), each.Filings.Count, 0)));

    /// <summary>M01: the count, the number of distinct acts behind it, and the count against each.</summary>
    private static IEnumerable<Measure> Filed(Group group)
    {
        var acts = group.Filings.Select(each => each.Entry.ChallengedAct).OfType<string>().ToArray();
        var distinct = group.Count("M01") with
        {
            Filter = MeasureFilter.And(group.Filter, "distinct", "act"),
            Numerator = acts.Distinct(StringComparer.Ordinal).Count(),
            Unknown = group.Filings.Count - acts.Length,
        };
        return group.Shares("M01", "act", each => each.Entry.ChallengedAct).Prepend(distinct).Prepend(group.Count("M01"));
    }

    /// <summary>M09: first filings with a forum that is not competent, and the table of forums by those that are.</summary>
    private static IEnumerable<Measure> Misdirected(Group group)
    {
        var first = group with { Filings = [.. group.Filings.Where(each => each.Proceeding.Parent is null)] };
        var known = first.Filings.Count(each => each.IsWithCompetentForum is not null);
        var wrong = first.Filings.Count(each => each.IsWithCompetentForum is false);

        return first.Shares("M09", "competent", each => each.Entry.Competent.Count > 0 ? string.Join('+', each.Entry.Competent) : null)
            .Prepend(first.Share("M09", wrong, known, first.Filings.Count - known));
    }

    /// <summary>M10: our verdict on the time of filing against what the forum found.</summary>
    private static IEnumerable<Measure> InTime(Group group)
    {
        var known = group.Filings.Where(each => each is { IsDecided: true, Proceeding.Timeliness: not null }).ToArray();
        var unknown = group.Filings.Count - known.Length;

        foreach (var ours in Enum.GetValues<Deadlines.Timeliness>())
        {
            var both = group with { Filter = MeasureFilter.And(group.Filter, "ours", ours.ToString().ToLowerInvariant()) };
            var judged = known.Where(each => each.Proceeding.Timeliness == ours).ToArray();
            var late = judged.Count(each => each.Proceeding.Grounds.Contains(Late));
            yield return both.Share("M10", "authority", Late, late, known.Length, unknown);
            yield return both.Share("M10", "authority", "notLate", judged.Length - late, known.Length, unknown);
        }
    }
}
