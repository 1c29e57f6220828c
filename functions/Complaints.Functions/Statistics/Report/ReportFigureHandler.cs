using Complaints.Domain;
using Complaints.Domain.Statistics;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Statistics.Report;

/// <summary>Keeps a stated figure beside the register; stated again by the same source, it is replaced.</summary>
internal sealed class ReportFigureHandler(ElectionStore elections)
{
    public async Task<Result<ReportedFigure>> HandleAsync(string electionId, ReportedFigure figure, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election)
        {
            return new Refusal("election.none", $"There is no election '{electionId}' here.", Field: "election");
        }

        await elections.SaveAsync(election.Id, figure, cancellationToken);
        return figure;
    }
}
