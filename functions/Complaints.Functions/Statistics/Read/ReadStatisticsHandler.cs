using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Statistics;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Statistics.Read;

/// <summary>Counts an election's register as it stands in memory.</summary>
internal sealed class ReadStatisticsHandler(RegisterView register, ElectionStore elections, LawShelf shelf, TimeProvider time)
{
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
        return RedressStatistics.Of(new Law(rulebook, election), entries, reported, now);
    }
}
