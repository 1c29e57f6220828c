using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Storage.Docket;

/// <summary>The record of complaints. Whatever one change brings is saved in one transaction or not at all.</summary>
public sealed class DocketStore(TableClient docket, ElectionStore elections, LawShelf shelf, RegisterView register)
{
    /// <summary>The refusal of a save that came too late: somebody else has changed the complaint since it was read.</summary>
    public static readonly Refusal ChangedMeanwhile =
        new("record.changed-meanwhile", "Somebody else changed this complaint at the same moment. Read it again and repeat the step if it still applies.");

    /// <summary>The refusal of a new complaint whose reference is taken: another is drawn.</summary>
    public static readonly Refusal ReferenceTaken = new("record.reference-taken", "The reference is taken.");

    /// <summary>Reads a complaint; null if there is none of this reference.</summary>
    public async Task<Stored<Complaint>?> FindAsync(Reference reference, CancellationToken cancellationToken)
    {
        if (await elections.FindByCodeAsync(reference.Code, cancellationToken) is not { } election)
        {
            return null;
        }

        var row = await docket.GetEntityIfExistsAsync<TableEntity>(
            Keys.Partition(election, reference), Keys.Head(reference.Id), cancellationToken: cancellationToken);
        return row.HasValue ? await ReadAsync(election, row.Value!, cancellationToken) : null;
    }

    /// <summary>Whether there is neither a head nor an event of this reference, in an election that there is: it was never recorded.</summary>
    public async Task<bool> HasNothingOfAsync(Reference reference, CancellationToken cancellationToken) =>
        await elections.FindByCodeAsync(reference.Code, cancellationToken) is { } election
        && await new RecordScan(docket).AgainAsync(election, reference.Shard, reference.Id, cancellationToken) is { HasHead: false, Events.Count: 0 };

    /// <summary>Every complaint of one shard, in one scan of the heads.</summary>
    public async IAsyncEnumerable<Stored<Complaint>> AllAsync(Election election, char shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = Keys.Range(Keys.Partition(election.Id, shard), "c:", "c;");

        await foreach (var row in docket.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return await ReadAsync(election, row, cancellationToken);
        }
    }

    /// <summary>A complaint as it was at a version, under the law it was pinned to then.</summary>
    public async Task<Complaint> AsItWasAsync(Complaint complaint, int version, CancellationToken cancellationToken)
    {
        DocketEvent[] history = [.. complaint.History.Take(version)];
        return Complaint.From(complaint.Id, await shelf.OfAsync(complaint.Law.Election, Repinned.PinOf(history), cancellationToken), history);
    }

    /// <summary>Saves a new complaint. Refused with <see cref="ReferenceTaken"/> if there is one of this reference or request already.</summary>
    public async Task<Result<Stored<Complaint>>> AddAsync(
        Change change, Instant now, RepeatableRequest? request, CancellationToken cancellationToken)
    {
        var commit = new Commit(null, change.Complaint, change.Events, Watch.Next(change.Complaint, now)).With(request);
        return commit.Full is { } full ? full : await SubmitAsync(commit, change.Complaint, cancellationToken) is { } saved ? saved : ReferenceTaken;
    }

    /// <summary>Saves a change to a complaint if nobody has changed it since it was read.</summary>
    public async Task<Result<Stored<Complaint>>> SaveAsync(
        Stored<Complaint> before, Change change, Instant now, RepeatableRequest? request, CancellationToken cancellationToken)
    {
        // What is due already stays due: the sweep has yet to see to it, and to what now lies before it.
        var owed = Watch.Next(change.Complaint, now);
        var next = before.WakeUpAt <= now && !(owed < before.WakeUpAt) ? before.WakeUpAt : owed;
        var commit = new Commit(before, change.Complaint, change.Events, next).With(request);
        return commit.Full is { } full ? full : await SubmitAsync(commit, change.Complaint, cancellationToken) is { } saved ? saved : ChangedMeanwhile;
    }

    /// <summary>Saves what a wake-up found: timers' steps, notices and the next wake-up.</summary>
    public async Task<Result<Stored<Complaint>>> SaveAsync(Stored<Complaint> before, WakeUp wakeUp, CancellationToken cancellationToken)
    {
        var after = wakeUp.Change?.Complaint ?? before.Value;
        var commit = new Commit(before, after, wakeUp.Change?.Events ?? [], wakeUp.Next);
        var early = Math.Max(0, wakeUp.Alerts.Count - commit.RoomForNotices);
        await PutAheadAsync(after, wakeUp.Alerts.Take(early), cancellationToken);
        commit.With([.. wakeUp.Alerts.Skip(early)]);
        return await SubmitAsync(commit, after, cancellationToken) is { } saved ? saved : ChangedMeanwhile;
    }

    /// <summary>The history of a complaint with its chain of hashes, in order of recording.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> HistoryAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var events = new List<RecordedEvent>();
        var filter = Keys.Range(Keys.Partition(complaint), $"h:{complaint.Id}:", $"h:{complaint.Id};");

        await foreach (var row in docket.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            events.Add(EventRow.ToEvent(row));
        }

        return events;
    }

    /// <summary>The events of a complaint up to the version it was read at, as they are kept, one after the other.</summary>
    public IAsyncEnumerable<KeptEvent> KeptAsync(Complaint complaint, CancellationToken cancellationToken) =>
        KeptAsync(complaint, Keys.Event(complaint.Id, complaint.Version + 1), cancellationToken);

    /// <summary>
    /// Whether the events that are kept are those that a complaint was read with, in one whole chain that ends where its head says. A head by itself tells whatever
    /// was written into it.
    /// </summary>
    public async Task<bool> HoldsAsync(Stored<Complaint> stored, CancellationToken cancellationToken)
    {
        var (complaint, history) = (stored.Value, stored.Value.History);
        var (seq, last) = (0, Chain.Beginning);

        await foreach (var each in KeptAsync(complaint, $"h:{complaint.Id};", cancellationToken))
        {
            if (seq == history.Count)
            {
                // One more than the head knew: somebody has just added it, or has put the head back.
                return last == stored.LastHash && Reference.Parse(complaint.Id).IsAllowed(out var reference)
                    && await FindAsync(reference, cancellationToken) is { } now && now.Value.Version > complaint.Version;
            }

            if (each.Seq != seq + 1 || !each.Canonical.Span.SequenceEqual(EventJson.Canonical(history[seq])))
            {
                return false;
            }

            last = Chain.Hash(last, each.Canonical.Span);
            seq++;
        }

        return seq == history.Count && last == stored.LastHash;
    }

    /// <summary>Whether the record of this reference has this hash at this version still, by what its events themselves hash to.</summary>
    public async Task<bool> HoldsAsync(Reference reference, int version, string hash, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference, cancellationToken) is not { } stored || stored.Value.Version < version)
        {
            return false;
        }

        var (seq, last) = (0, Chain.Beginning);

        await foreach (var each in KeptAsync(stored.Value, cancellationToken).Take(version))
        {
            if (each.Seq != ++seq)
            {
                return false;
            }

            last = Chain.Hash(last, each.Canonical.Span);
        }

        return seq == version && last == hash;
    }

    /// <summary>What was answered to this request before; null if nothing.</summary>
    public async Task<PastAnswer?> AnsweredAsync(Election election, char shard, RepeatableRequest request, CancellationToken cancellationToken)
    {
        var row = await docket.GetEntityIfExistsAsync<TableEntity>(
            Keys.Partition(election.Id, shard), Keys.Answer(request.Key), cancellationToken: cancellationToken);
        return row.HasValue ? AnswerRow.ToAnswer(row.Value!) : null;
    }

    /// <summary>
    /// Notices that one batch has no room for, after a long pause of a complaint with many proceedings. Written before it and not after: if it is lost, the next
    /// sweep writes the same rows again, and each is asked once more whether it is true before it is sent.
    /// </summary>
    private async Task PutAheadAsync(Complaint complaint, IEnumerable<Alert> alerts, CancellationToken cancellationToken)
    {
        foreach (var some in alerts.Chunk(Batch.MostEntities))
        {
            var batch = new Batch(Keys.Partition(complaint));

            foreach (var alert in some)
            {
                batch.Put(OutboxRow.From(batch.New(Keys.Outbox(alert.Moment, alert.Id)), alert));
            }

            await batch.SubmitAsync(docket, cancellationToken);
        }
    }

    private IAsyncEnumerable<KeptEvent> KeptAsync(Complaint complaint, string end, CancellationToken cancellationToken) =>
        docket.QueryAsync<TableEntity>(Keys.Range(Keys.Partition(complaint), $"h:{complaint.Id}:", end), cancellationToken: cancellationToken).Select(KeptEvent.From);

    private async ValueTask<Stored<Complaint>> ReadAsync(Election election, TableEntity head, CancellationToken cancellationToken) =>
        HeadRow.ToComplaint(head, await shelf.OfAsync(election, HeadRow.RulebookOf(head), cancellationToken));

    private async Task<Stored<Complaint>?> SubmitAsync(Commit commit, Complaint complaint, CancellationToken cancellationToken)
    {
        var saved = await commit.WithNews(register.Now()).SubmitAsync(docket, cancellationToken);

        if (saved is not null)
        {
            register.Put(commit.Entry, complaint.Law.Election.Id);
        }

        return saved;
    }
}
