using Complaints.Domain;
using Complaints.Storage.Docket;
using Complaints.Storage.People;

namespace Complaints.Functions.People.ReadTeam;

/// <summary>Reads who works in an election.</summary>
internal sealed class ReadTeamHandler(PeopleStore people, ElectionStore elections)
{
    public async Task<Result<TeamResponse>> HandleAsync(string electionId, CancellationToken cancellationToken) =>
        await elections.FindAsync(electionId, cancellationToken) is { } election
            ? TeamResponse.From(election.Id, await people.ReadAsync(cancellationToken))
            : new Refusal("election.none", $"There is no election '{electionId}' here.", Field: "election");
}
