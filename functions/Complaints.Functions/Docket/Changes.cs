using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>The moves every change to a complaint makes: answered before? version read? what says the law? save.</summary>
internal static class Changes
{
    public static async Task<Result<Complaint>> ChangeAsync(
        this DocketStore docket,
        Stored<Complaint> stored,
        int? version,
        RepeatableRequest? repeatable,
        Func<Complaint, Result<Change>> verb,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) is { } answered)
        {
            return answered;
        }

        if (version is { } read && read != stored.Value.Version)
        {
            return new Refusal(
                "record.version-stale",
                $"The complaint is at version {stored.Value.Version}, you read version {read}. Read it again.",
                Field: "If-Match");
        }

        var changed = verb(stored.Value);

        if (!changed.IsAllowed(out var change))
        {
            return changed.Refusals;
        }

        var saved = await docket.SaveAsync(stored, change, now, repeatable, cancellationToken);

        // Of one request sent twice at once, the one that lost answers what the other one saved.
        return saved.IsAllowed(out var after) ? after.Value
            : await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) ?? saved.Refusals;
    }

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
            return Repeats.OtherBody;
        }

        // It may have been saved since the complaint was read.
        var known = past.Version > complaint.Version ? (await docket.FindAsync(reference, cancellationToken))!.Value : complaint;
        return await docket.AsAnsweredAsync(known, past, cancellationToken);
    }
}
