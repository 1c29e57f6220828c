using System.Collections.Concurrent;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Statistics;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Statistics.Read;

/// <summary>Counts an election's register as it stands in memory; once, until the register, the stated figures, the law or the day is another.</summary>
internal sealed class ReadStatisticsHandler(RegisterView register, ElectionStore elections, LawShelf shelf, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Counted> counted = new(StringComparer.Ordinal);

    public async Task<Result<RedressStatistics>> HandleAsync(string electionId, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election
            || await shelf.ForNewAsync(election, cancellationToken) is not { } rulebook)
        {
            return new Refusal("election.none", $"There is no election '{electionId}' here.", Field: "election");
        }

        var now = time.Now();
        var entries = await register.ReadAsync(election.Id, cancellationToken);
        var reported = await elections.ReportedAsync(election.Id, cancellationToken);
        var law = new Law(rulebook, election);
        var day = now.InZone(rulebook.DefaultZone).Date;

        if (!counted.TryGetValue(election.Id, out var known) || !known.IsOf(law, entries, reported, day))
        {
            counted[election.Id] = known = new Counted(law, entries, reported, day, RedressStatistics.Of(law, entries, reported, now));
        }

        return known.Statistics with { AsOf = now };
    }

    private sealed record Counted(
        Law Law, IReadOnlyCollection<RegisterEntry> Entries, IReadOnlyList<ReportedFigure> Reported, LocalDate Day, RedressStatistics Statistics)
    {
        public bool IsOf(Law law, IReadOnlyCollection<RegisterEntry> entries, IReadOnlyList<ReportedFigure> reported, LocalDate day) =>
            ReferenceEquals(Entries, entries) && ReferenceEquals(Law.Rulebook, law.Rulebook) && Law.Election == law.Election && Day == day && Reported.SequenceEqual(reported);
    }
}
