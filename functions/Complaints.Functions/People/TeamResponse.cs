using Complaints.Storage.People;

namespace Complaints.Functions.People;

/// <summary>Who works in an election, under the names the record knows.</summary>
/// <param name="Election">The election.</param>
/// <param name="HasTeam">Whether its team alone counts; until somebody is named, every role claim does.</param>
/// <param name="Members">Who is what in it.</param>
internal sealed record TeamResponse(string Election, bool HasTeam, IReadOnlyList<Member> Members)
{
    public static TeamResponse From(string election, Roster roster) => new(
        election, roster.TeamOf(election) is not null, [.. (roster.TeamOf(election) ?? []).OrderBy(each => each.Person, StringComparer.Ordinal)]);
}
