using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.People;

namespace Complaints.Functions.People.RemoveMember;

/// <summary>Takes somebody out of an election's team, who may not have been in it. The team stays, also when nobody is left.</summary>
internal sealed class RemoveMemberHandler(PeopleStore people, ElectionStore elections, TimeProvider time)
{
    public async Task<Result<TeamResponse>> HandleAsync(string electionId, string person, string caller, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election)
        {
            return new Refusal("election.none", $"There is no election '{electionId}' here.", Field: "election");
        }

        var pseudonym = Caller.PseudonymOf(person);

        if ((await people.ReadAsync(cancellationToken)).TeamOf(election.Id)?.Any(each => each.Person == pseudonym) is true)
        {
            await people.NameAsync(election.Id, new Member(pseudonym, []), caller, time.Now(), cancellationToken);
        }

        return TeamResponse.From(election.Id, await people.ReadAsync(cancellationToken));
    }
}
