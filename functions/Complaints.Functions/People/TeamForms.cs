using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Complaints.Storage.People;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.People;

/// <summary>The page about an election's team: read by its coordinators, and changed through its form by an administrator.</summary>
internal sealed class TeamForms(PeopleStore people, ElectionStore elections, Acquaintance acquaintance, Forms forms, Words words)
{
    /// <summary>The address of the page.</summary>
    public static string AddressOf(string election) => $"/manage/elections/{Uri.EscapeDataString(election)}/team";

    /// <summary>The page with an empty form, or with what was sent and why it was not taken.</summary>
    public async Task<IResult> ShowAsync(
        HttpContext http, string electionId, CancellationToken cancellationToken, FormBody? sent = null, IReadOnlyList<Refusal>? refusals = null, int status = StatusCodes.Status200OK)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election)
        {
            return Problems.From([new("election.none", $"There is no election '{electionId}' here.", Field: "election")]);
        }

        var team = (await people.ReadAsync(cancellationToken)).TeamOf(election.Id);
        return Show.Page<TeamPage>(
            new
            {
                Election = election,
                Team = team,
                Unknown = await acquaintance.StrangersAmongAsync((team ?? []).Select(each => each.Person), cancellationToken, election.Id),
                Form = sent is null ? forms.New(http, Parts(), new Dictionary<string, string>()) : forms.Again(http, Parts(), sent, "", refusals ?? []),
                MayChange = Caller.Of(http).Refuse(Roles.Administrator, null) is null,
            },
            status);
    }

    private IReadOnlyList<FormPart> Parts() =>
        [new FormPart("team.name", [PersonField.Asked, new("roles", FieldKind.Choices) { IsNeeded = true, Options = words.Options("Role", RoleCodes.OfATeam) }])];
}
