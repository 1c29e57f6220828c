using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.Record;

/// <summary>What the register holds beside a draft: the acts that complaints of its election challenge, and complaints that may be the same one.</summary>
internal sealed class Duplicates(RegisterView register)
{
    private const int MostActs = 50;
    private const int MostShown = 10;

    /// <summary>The acts that are challenged most, of the complaints the caller may find.</summary>
    public async Task<IReadOnlyList<string>> ActsAsync(Writing writing, Caller caller, CancellationToken cancellationToken) =>
    [
        .. (await ListedAsync(writing, caller, cancellationToken)).Select(each => each.ChallengedAct).OfType<string>()
            .CountBy(each => each).OrderByDescending(each => each.Value).Take(MostActs).Select(each => each.Key).Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The complaints against the same actor and act; where no act is named, against the same actor about the same subject in the same region. Only those the caller may find.
    /// </summary>
    public async Task<IReadOnlyList<RegisterEntry>> OfAsync(Writing writing, Caller caller, CancellationToken cancellationToken)
    {
        var (actor, act, subject, region) = (Answer("challengedActor"), Answer("challengedAct"), Answer("subject"), Answer("region"));

        return actor is null || (act is null && subject is null) ? [] :
        [
            .. (await ListedAsync(writing, caller, cancellationToken))
                .Where(each => each.ChallengedActor == actor && (act is not null ? each.ChallengedAct == act : each.Subject == subject && each.Region == region))
                .OrderByDescending(each => each.RecordedAt).Take(MostShown),
        ];

        string? Answer(string field) => writing.Answers.Of(field) is { Length: > 0 } answer ? answer : null;
    }

    private async Task<IEnumerable<RegisterEntry>> ListedAsync(Writing writing, Caller caller, CancellationToken cancellationToken) => writing.Election is not { } election ? []
        : (await register.ReadAsync(election.Id, cancellationToken)).Where(each => caller.MayList(election.Id, each.KeptBy)).Select(each => each.Shown());
}
