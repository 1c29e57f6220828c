using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.OpenElection;

/// <summary>Keeps a new election, pinned to the newest version of its rulebook. Name and code are its own for good.</summary>
internal sealed class OpenElectionHandler(ElectionStore elections, LawShelf shelf)
{
    public async Task<Result<Election>> HandleAsync(OpenElectionRequest request, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(request.Rulebook!, cancellationToken) is not { } rulebook)
        {
            return shelf.Unknown(request.Rulebook!);
        }

        var election = request.ToElection(rulebook.Version);
        return await elections.AddAsync(election, cancellationToken)
            ? election
            : new Refusal("election.taken", $"There is an election '{election.Id}' or one with the code {election.Code} already: take another.", Field: "id");
    }
}
