using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.List;

/// <summary>Reads a page of the register from memory: of what the caller may find in it.</summary>
internal sealed class ListComplaintsHandler(RegisterView register, ElectionStore elections, LawShelf shelf, TimeProvider time)
{
    public async Task<Result<RegisterPart>> HandleAsync(RegisterQuery query, Caller caller, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(query.Election, cancellationToken) is not { } election)
        {
            return new Refusal("election.none", $"There is no election '{query.Election}' here.", Field: "election");
        }

        if (caller.Refuse(Roles.Mission, election.Id) is { } notTheirs)
        {
            return notTheirs;
        }

        var now = time.Now();
        var zone = (await shelf.ForNewAsync(election, cancellationToken))?.DefaultZone ?? DateTimeZone.Utc;
        var all = await register.ReadAsync(election.Id, cancellationToken);
        var asked = all.Where(each => caller.MayList(election.Id, each.RecordedBy)).Select(each => each.Shown()).Where(each => query.Asks(each, now, zone)).ToArray();
        return new RegisterPart(
            election,
            zone,
            [.. asked.Take(RegisterQuery.PageSize)],
            asked.Length > RegisterQuery.PageSize ? asked[RegisterQuery.PageSize - 1].Id : null,
            asked.Length,
            now);
    }
}

/// <summary>A page of the register.</summary>
/// <param name="Election">The election.</param>
/// <param name="Zone">The clock of the country.</param>
/// <param name="Entries">The entries, by id.</param>
/// <param name="Next">What to ask for as <c>after</c> for the next page; null on the last.</param>
/// <param name="Left">How many match from here on.</param>
/// <param name="AsOf">The instant the page is true for.</param>
public sealed record RegisterPart(
    Election Election, DateTimeZone Zone, IReadOnlyList<RegisterEntry> Entries, string? Next, int Left, Instant AsOf);
