using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.People;

namespace Complaints.Functions.People.NameMember;

/// <summary>Keeps what somebody is in an election. From the first named on, its team alone counts there.</summary>
internal sealed class NameMemberHandler(PeopleStore people, ElectionStore elections, TimeProvider time)
{
    public async Task<Result<Member>> HandleAsync(
        string electionId, string person, NameMemberRequest request, string caller, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election)
        {
            return new Refusal("election.none", $"There is no election '{electionId}' here.", Field: "election");
        }

        var member = new Member(Caller.PseudonymOf(person), [.. RoleCodes.OfATeam.Intersect(request.Roles!)], request.ReadsRetaliation is true);
        await people.NameAsync(election.Id, member, caller, time.Now(), cancellationToken);
        return member;
    }
}
