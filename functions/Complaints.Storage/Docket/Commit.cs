using Azure;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Storage.Docket;

/// <summary>
/// One change on its way into the table: all it brings in one batch, and the mark by which it knows its own rows again when the answer was lost.
/// </summary>
internal sealed class Commit
{
    private readonly string id = Guid.NewGuid().ToString("n");
    private readonly Complaint after;
    private readonly int events;
    private readonly Instant? wakeUpAt;
    private readonly Batch batch;
    private readonly string lastHash;
    private readonly IReadOnlyList<DocketEvent> added;
    private int headBytes;
    private int addedBytes;

    /// <param name="before">The complaint as it was read; null if it is new.</param>
    /// <param name="after">The complaint as it is to be.</param>
    /// <param name="added">The events that lead from one to the other.</param>
    /// <param name="wakeUpAt">The next instant at which anything is owed; a key holds it to the millisecond.</param>
    public Commit(Stored<Complaint>? before, Complaint after, IReadOnlyList<DocketEvent> added, Instant? wakeUpAt)
    {
        this.after = after;
        this.added = added;
        this.wakeUpAt = wakeUpAt is { } at ? Keys.Cut(at) : null;
        events = added.Count;
        batch = new Batch(Keys.Partition(after));
        Entry = RegisterEntry.Of(after);
        lastHash = AddEvents(added, before?.LastHash ?? Chain.Beginning);
        WriteHead(before);
        MoveWakeUp(before?.WakeUpAt);

        if (added.Any(each => each.What is Erased))
        {
            batch.Put(batch.New(Keys.Erasing(after.Id)));
        }
    }

    /// <summary>Why a person's change does not fit into the record any more; null if it does.</summary>
    public Refusal? Full => Room.Refuse(headBytes, addedBytes, added);

    /// <summary>How many notices fit into this batch beside what is in it and the news.</summary>
    public int RoomForNotices => Batch.MostEntities - batch.Count - 1;

    /// <summary>The complaint as the register shows it from now on.</summary>
    public RegisterEntry Entry { get; }

    /// <summary>Tells the other hosts that the complaint has changed.</summary>
    public Commit WithNews(Instant savedAt)
    {
        var row = batch.New(Keys.News(savedAt, after.Id));
        HeadRow.WriteRegister(row, Entry);
        batch.Put(row);
        return this;
    }

    /// <summary>Puts notices into the outbox.</summary>
    public Commit With(IReadOnlyList<Alert> alerts)
    {
        foreach (var alert in alerts)
        {
            batch.Put(OutboxRow.From(batch.New(Keys.Outbox(alert.Moment, alert.Id)), alert));
        }

        return this;
    }

    /// <summary>Remembers what is answered to a request that may be repeated.</summary>
    public Commit With(RepeatableRequest? request)
    {
        if (request is not null)
        {
            batch.Add(AnswerRow.From(batch.New(Keys.Answer(request.Key)), request, after.Id, after.Version));
        }

        return this;
    }

    /// <summary>Saves all of it or nothing; null if somebody else was faster.</summary>
    public async Task<Stored<Complaint>?> SubmitAsync(TableClient docket, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await batch.SubmitAsync(docket, cancellationToken);
            return Saved(answers[events].Headers.ETag!.Value);
        }
        catch (RequestFailedException lost) when (lost.Status is 409 or 412)
        {
            return await FindOursAsync(docket, cancellationToken);
        }
    }

    /// <summary>After a conflict: the client repeats a call whose answer was lost, and then meets its own rows.</summary>
    private async Task<Stored<Complaint>?> FindOursAsync(TableClient docket, CancellationToken cancellationToken)
    {
        if (await OursAsync(docket, Keys.Head(after.Id), cancellationToken) is { } head)
        {
            return Saved(head);
        }

        // The head may be somebody else's again by now; our events stay ours. Then this tag is not the head's, and a save on top of it is refused.
        return events > 0 && await OursAsync(docket, Keys.Event(after.Id, after.Version), cancellationToken) is { } last ? Saved(last) : null;
    }

    private async Task<ETag?> OursAsync(TableClient docket, string rowKey, CancellationToken cancellationToken)
    {
        var row = await docket.GetEntityIfExistsAsync<TableEntity>(batch.Partition, rowKey, cancellationToken: cancellationToken);
        return row.HasValue && row.Value!.GetString("CommitId") == id ? row.Value.ETag : null;
    }

    private Stored<Complaint> Saved(ETag tag) => new(after, tag, lastHash, wakeUpAt);

    private string AddEvents(IReadOnlyList<DocketEvent> added, string previous)
    {
        foreach (var each in added)
        {
            var canonical = EventJson.Canonical(each);
            var hash = Chain.Hash(previous, canonical);
            addedBytes += canonical.Length;
            batch.Add(EventRow.From(batch.New(Keys.Event(after.Id, each.Seq)), canonical, hash, previous, id));
            previous = hash;
        }

        return previous;
    }

    private void WriteHead(Stored<Complaint>? before)
    {
        var head = batch.New(Keys.Head(after.Id));
        HeadRow.Write(head, after, Entry, lastHash, wakeUpAt, id);
        headBytes = Batch.SizeOf(head);

        if (before is null)
        {
            batch.Add(head);
        }
        else
        {
            batch.Replace(head, before.Tag);
        }
    }

    private void MoveWakeUp(Instant? before)
    {
        if (before is { } old && before != wakeUpAt)
        {
            batch.Remove(Keys.WakeUp(old, after.Id));
        }

        if (wakeUpAt is { } at)
        {
            batch.Put(batch.New(Keys.WakeUp(at, after.Id)));
        }
    }
}
