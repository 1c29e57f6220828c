using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>
/// The moves every change to a complaint makes: version read? what says the law? save. Whether it was answered before is only asked where it may have been: where
/// the change is refused, or cannot be saved because the answer lies there. So what is sent once is a read and a save.
/// </summary>
internal static class Changes
{
    /// <summary>How often the timers may come in between before the caller is told to try again.</summary>
    private const int Tries = 5;

    public static async Task<Result<Complaint>> ChangeAsync(
        this DocketStore docket,
        Stored<Complaint> stored,
        int? version,
        RepeatableRequest? repeatable,
        Func<Complaint, Result<Change>> verb,
        Instant now,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var changed = version is { } read && read != stored.Value.Version ? Stale(stored.Value.Version, read) : verb(stored.Value);

            if (!changed.IsAllowed(out var change))
            {
                return await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) ?? changed.Refusals;
            }

            var saved = await docket.SaveAsync(stored, change, now, repeatable, cancellationToken);

            if (saved.IsAllowed(out var after))
            {
                return after.Value;
            }

            // Of one request sent twice at once, the one that lost answers what the other one saved.
            if (await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) is { } meanwhile)
            {
                return meanwhile;
            }

            if (tries == Tries || await docket.SweptMeanwhileAsync(stored, cancellationToken) is not { } swept)
            {
                return saved.Refusals;
            }

            stored = swept;
        }
    }

    private static Result<Change> Stale(int version, int read) => new Refusal(
        "record.version-stale", $"The complaint is at version {version}, you read version {read}. Read it again.", Field: "If-Match");

    /// <summary>
    /// The complaint as it is now, if none but the timers changed it since it was read: their steps are provisional, so a person's goes before
    /// them and need not be sent again.
    /// </summary>
    private static async Task<Stored<Complaint>?> SweptMeanwhileAsync(
        this DocketStore docket, Stored<Complaint> read, CancellationToken cancellationToken) =>
        Reference.Parse(read.Value.Id).IsAllowed(out var reference)
        && await docket.FindAsync(reference, cancellationToken) is { } current
        && current.Value.History.Skip(read.Value.Version).All(each => each.By == DocketEvent.Timer) ? current : null;

    /// <summary>What was answered to this request before; null if nothing.</summary>
    public static async Task<Result<Complaint>?> AnsweredAsync(
        this DocketStore docket, Complaint complaint, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        if (repeatable is null || !Reference.Parse(complaint.Id).IsAllowed(out var reference)
            || await docket.AnsweredAsync(complaint.Law.Election, reference.Shard, repeatable, cancellationToken) is not { } past)
        {
            return null;
        }

        if (past.Body != repeatable.Body)
        {
            return Once.OtherBody;
        }

        // It may have been saved since the complaint was read.
        var known = past.Version > complaint.Version ? (await docket.FindAsync(reference, cancellationToken))!.Value : complaint;
        return await docket.AsAnsweredAsync(known, past, cancellationToken);
    }
}
