using System.Globalization;

namespace Complaints.Domain.Statistics;

/// <summary>The sentences of T-2 about what became of the complaints with one forum.</summary>
internal static class Outcome
{
    public static string Of(MeasureTable counts, string forum)
    {
        var filter = MeasureFilter.And(null, "forum", forum);
        return counts.Find("M07", filter) is { IsAll: true } onForm
            ? $"All these complaints were dismissed {Grounds(counts, filter, onForm)}{Rectification(counts, filter)}."
            : $"Of these complaints {Shares(counts, filter)}.{OnForm(counts, filter)}";
    }

    /// <summary>What they ended with, the largest part first.</summary>
    private static string Shares(MeasureTable counts, string filter)
    {
        var all = counts.Find("M06", filter)!;
        var parts = counts.Under("M06", filter, "outcome").Select(each => Said(each.Row.Numerator, each.Value)).ToList();

        if (all.Denominator > all.Numerator)
        {
            parts.Add(Said(all.Denominator.Value - all.Numerator, "pending"));
        }

        return string.Join(", ", parts);
    }

    private static string Said(int count, string outcome) => string.Create(CultureInfo.InvariantCulture, $"{count} {Words.Were(count)} ") + outcome switch
    {
        "upheld" => "upheld",
        "partly_upheld" => "upheld in part",
        "dismissed_merits" => "dismissed on the merits",
        Filing.OnForm => "dismissed on form",
        "superseded_by_court" => "closed after a court decision",
        "withdrawn" => "withdrawn",
        "no_decision" => "closed without a decision",
        "forwarded" => "passed on to another forum",
        "pending" => "not yet decided",
        _ => $"ended as {outcome}",
    };

    /// <summary>Where not all were dismissed on form: why those were that were.</summary>
    private static string OnForm(MeasureTable counts, string filter) =>
        counts.Find("M07", filter) is { Numerator: > 0 } onForm
            ? $" Those dismissed on form were dismissed {Grounds(counts, filter, onForm)}{Rectification(counts, filter)}."
            : "";

    private static string Grounds(MeasureTable counts, string filter, Measure onForm)
    {
        var grounds = counts.Under("M07", filter, "ground");
        var late = grounds.FirstOrDefault(each => each.Value == "late").Row?.Numerator ?? 0;
        var others = grounds.Where(each => each.Value != "late").Select(each => (each.Value, each.Row.Numerator)).ToArray();
        var sum = late + others.Sum(each => each.Numerator);
        var inTotal = sum > onForm.Numerator
            ? string.Create(CultureInfo.InvariantCulture, $"; {onForm.Numerator} in all, some on more than one ground")
            : "";

        return others.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"as filed beyond the legal deadlines ({late})")
            : late == 0 ? $"on formal grounds ({Named(others)}{inTotal})"
            : string.Create(CultureInfo.InvariantCulture, $"on formal grounds ({Named(others)}) or as filed beyond the legal deadlines ({late}{inTotal})");
    }

    private static string Named((string Ground, int Count)[] grounds) => string.Join(
        ", ", grounds.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} for {Named(each.Ground)}")));

    private static string Named(string ground) => ground switch
    {
        "defective_form" => "defects of form",
        "wrong_forum" => "want of jurisdiction",
        "no_standing" => "want of standing",
        "wrong_procedure" => "the wrong procedure",
        "reclassified" => "being treated as applications",
        "duplicate" => "being duplicates",
        "anonymous" => "being anonymous",
        "no_reviewable_act" => "want of a reviewable act",
        "moot" => "being moot",
        "not_stated" => "no stated reason",
        _ => ground,
    };

    private static string Rectification(MeasureTable counts, string filter)
    {
        var offered = counts.Count("M08", MeasureFilter.And(filter, "rectification", "yes"));
        var unknown = counts.Count("M08", MeasureFilter.And(filter, "rectification", "unknown"));
        var refused = counts.Find("M08", MeasureFilter.And(filter, "rectification", "no"));

        return refused is { IsAll: true }
            ? ", without a possibility for the appellants to rectify technical mistakes"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; a possibility to rectify technical mistakes was given in {offered}, not given in {refused?.Numerator ?? 0}, and is unknown in {unknown}");
    }
}
