using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>What became of complaints: reviewed in time for the vote, upheld or dismissed, on which ground, with a chance to mend or without (M03, M06 to M08).</summary>
internal static class OutcomeMeasures
{
    /// <summary>The measures over complaints, appeals and petitions.</summary>
    public static IEnumerable<Measure> Of(Group complaints, Law law) => complaints.WithForums()
        .SelectMany(each => Outcome(each).Concat(OnForm(each)).Concat(Rectification(each)))
        .Concat(Reviewed(complaints, law));

    /// <summary>M03: decided before election day began where the forum sits. The commissions have a row of their own, also when it is empty.</summary>
    private static IEnumerable<Measure> Reviewed(Group complaints, Law law)
    {
        if (law.Election.ElectionDay is not { } day)
        {
            return [];
        }

        var commissions = complaints with
        {
            Filter = MeasureFilter.And(complaints.Filter, "kind", "commission"),
            Filings = [.. complaints.Filings.Where(each => law.Rulebook.FindForum(each.Forum) is { IsCommission: true })],
        };
        return complaints.WithForums().Append(commissions)
            .Select(each => each.Share("M03", each.Filings.Count(filing => filing.IsReviewedBefore(day)), each.Filings.Count, 0))
            .Append(Distinct(commissions, day));
    }

    /// <summary>How many complaints that is: one that a commission and the one above it both decided is one.</summary>
    private static Measure Distinct(Group commissions, LocalDate day)
    {
        var complaints = commissions with { Filter = MeasureFilter.And(commissions.Filter, "distinct", "complaint") };
        return complaints.Share(
            "M03",
            commissions.Filings.Where(each => each.IsReviewedBefore(day)).Select(each => each.Entry.Id).Distinct(StringComparer.Ordinal).Count(),
            commissions.Filings.Select(each => each.Entry.Id).Distinct(StringComparer.Ordinal).Count(),
            0);
    }

    /// <summary>M06: how they ended, and the rate upheld out of each of the three things that "decided" is taken to mean.</summary>
    private static IEnumerable<Measure> Outcome(Group group)
    {
        var ended = group.Filings.Count(each => each.Outcome is not null);
        var decided = group.Filings.Count(each => each.IsDecided);
        var onMerits = decided - group.Filings.Count(each => each.IsDismissedOnForm);
        var upheld = group.Filings.Count(each => each.IsUpheld);
        var rate = group with { Filter = MeasureFilter.And(group.Filter, "rate", "upheld") };

        return group.Shares("M06", "outcome", each => each.Outcome)
            .Prepend(group.Share("M06", ended, group.Filings.Count, 0))
            .Append(rate.Share("M06", "of", "ended", upheld, ended, group.Filings.Count - ended))
            .Append(rate.Share("M06", "of", "decided", upheld, decided, group.Filings.Count - ended))
            .Append(rate.Share("M06", "of", "merits", upheld, onMerits, group.Filings.Count - ended));
    }

    /// <summary>M07: dismissals on form out of the decided; each ground once, however many a dismissal has.</summary>
    private static IEnumerable<Measure> OnForm(Group group)
    {
        var dismissed = group.Filings.Where(each => each.IsDismissedOnForm).ToArray();
        var decided = group.Filings.Count(each => each.IsDecided);
        var pending = group.Filings.Count(each => each.Outcome is null);

        return dismissed.SelectMany(each => each.Proceeding.Grounds.Distinct(StringComparer.Ordinal))
            .GroupBy(ground => ground, StringComparer.Ordinal)
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => group.Share("M07", "ground", each.Key, each.Count(), dismissed.Length, 0))
            .Prepend(group.Share("M07", dismissed.Length, decided, pending));
    }

    /// <summary>M08: of the dismissals on form, whether the party was offered to mend the defect.</summary>
    private static IEnumerable<Measure> Rectification(Group group)
    {
        var dismissed = group.Filings.Where(each => each.IsDismissedOnForm).Select(each => each.Proceeding.RectificationOffered).ToArray();
        var (offered, refused) = (dismissed.Count(each => each is true), dismissed.Count(each => each is false));
        var unknown = dismissed.Length - offered - refused;

        return dismissed.Length == 0 ? [] :
        [
            group.Share("M08", "rectification", "no", refused, offered + refused, unknown),
            group.Share("M08", "rectification", "yes", offered, offered + refused, unknown),
            group.Share("M08", "rectification", "unknown", unknown, dismissed.Length, 0),
        ];
    }
}
