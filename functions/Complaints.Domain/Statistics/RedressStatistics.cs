using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>The statistics of one election's redress: the register counted, what others stated beside it, and the paragraphs that may be printed.</summary>
/// <param name="AsOf">The instant they are true for.</param>
/// <param name="Measures">The rows, by measure and filter; a stated figure follows the count.</param>
/// <param name="Paragraphs">The printable paragraphs by name, T-1 to T-3; one about nothing is left out.</param>
public sealed record RedressStatistics(Instant AsOf, IReadOnlyList<Measure> Measures, IReadOnlyDictionary<string, string> Paragraphs)
{
    /// <summary>Counts a register. An election that is there to practise on never counts: it has no rows.</summary>
    /// <param name="law">The election and its rulebook.</param>
    /// <param name="entries">Every complaint of the election.</param>
    /// <param name="reported">What was stated about it.</param>
    /// <param name="now">The instant of asking.</param>
    public static RedressStatistics Of(Law law, IReadOnlyCollection<RegisterEntry> entries, IReadOnlyList<ReportedFigure> reported, Instant now)
    {
        if (law.Election.IsTraining)
        {
            return new RedressStatistics(now, [], new Dictionary<string, string>());
        }

        var register = new Register(law, Filing.Of(entries), reported, now.InZone(law.Rulebook.DefaultZone).Date);

        return new RedressStatistics(now, [.. Beside(register.Counts.All, reported)], Statistics.Paragraphs.Of(register));
    }

    private static IEnumerable<Measure> Beside(IReadOnlyList<Measure> counts, IReadOnlyList<ReportedFigure> reported) => counts
        .Concat(reported.OrderBy(each => each.AsOf).ThenBy(each => each.Source, StringComparer.Ordinal).Select(Measure.Of))
        .OrderBy(each => each.Id, StringComparer.Ordinal)
        .ThenBy(each => each.Filter, StringComparer.Ordinal);
}
