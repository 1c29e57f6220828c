using Azure;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Storage.Docket.Rebuilding;

/// <summary>What the rows of one complaint have to be, compared with what they are, and the one batch that makes them so.</summary>
internal sealed class Mending
{
    /// <summary>News is kept for a day; the clocks of table and hosts need not agree to the minute.</summary>
    private static readonly Duration NewsIsKeptFor = Duration.FromHours(23);

    /// <summary>One batch takes a hundred rows: what there may be beyond is left to the next run.</summary>
    private const int MostRows = Batch.MostEntities - 5;

    private readonly Complaint complaint;
    private readonly KeptRecord kept;
    private readonly TableEntity head;
    private readonly RegisterEntry entry;
    private readonly Derived rows;
    private readonly Instant now;
    private readonly Batch batch;
    private readonly List<RebuiltRow> found = [];

    /// <param name="complaint">What the events make.</param>
    /// <param name="kept">Its head and events.</param>
    /// <param name="rows">The rows that are derived from them.</param>
    /// <param name="now">The tracker's hour.</param>
    public Mending(Complaint complaint, KeptRecord kept, Derived rows, Instant now)
    {
        (this.complaint, this.kept, this.rows, this.now) = (complaint, kept, rows, Instant.Max(now, complaint.History[^1].RecordedAt));
        head = kept.Head!;
        entry = RegisterEntry.Of(complaint);
        batch = new Batch(head.PartitionKey);
        Column();
        var wakeUpAt = WakeUp();
        Notices(wakeUpAt);
        News();
        WakeUpAt = wakeUpAt;
    }

    /// <summary>What was otherwise; empty if nothing.</summary>
    public IReadOnlyList<RebuiltRow> Found => found;

    private Instant? WakeUpAt { get; }

    /// <summary>Mends all of it, if nobody has changed the complaint since it was read; the head is written anew as well, for its tag is what others go by.</summary>
    /// <exception cref="RequestFailedException">Somebody was faster: 404, 409 or 412.</exception>
    public async Task SubmitAsync(TableClient docket, Instant hosts, CancellationToken cancellationToken)
    {
        var row = batch.New(head.RowKey);
        HeadRow.Write(row, complaint, entry, kept.Events[^1].Hash, WakeUpAt, head.TryGetValue("CommitId", out var id) && id is string commit ? commit : "");
        batch.Replace(row, head.ETag);
        var news = batch.New(Keys.News(hosts, complaint.Id));
        HeadRow.WriteRegister(news, entry);
        batch.Put(news);
        await batch.SubmitAsync(docket, cancellationToken);
    }

    private void Column()
    {
        if (kept.DifferenceFrom(complaint) is { } column)
        {
            Tell(RebuiltKind.Head, $"{column} was not what the events give; the head was written anew.");
        }
    }

    /// <summary>The instant of the wake-up: what the head says, unless that is still to come and later than something owed. Too early does no harm.</summary>
    private Instant? WakeUp()
    {
        var said = head.TryGetValue("WakeUpAt", out var value) ? Keys.Read(value as string) : null;
        var next = Watch.Next(complaint, now) is { } owed ? Keys.Cut(owed) : (Instant?)null;
        var own = rows.Loose.Where(row => row.RowKey.StartsWith("w:", StringComparison.Ordinal)).ToArray();
        var isWrong = next is { } due ? !(said <= Instant.Max(due, now)) : said > now || (said is null && value is not null);
        var at = isWrong ? Least(next, own.Select(row => Keys.Read(row.RowKey.Split(':').ElementAtOrDefault(1)))) : said;

        if (isWrong)
        {
            Tell(RebuiltKind.WakeUp, $"The head named {Said(said)}; it names {Said(at)} now.");
        }

        var key = at is { } instant ? Keys.WakeUp(instant, complaint.Id) : null;

        foreach (var other in own.Where(row => row.RowKey != key))
        {
            Remove(RebuiltKind.WakeUp, other, "of which the head does not know");
        }

        if (key is not null && own.All(row => row.RowKey != key))
        {
            Put(RebuiltKind.WakeUp, batch.New(key), "was missing");
        }

        return at;
    }

    private void Notices(Instant? wakeUpAt)
    {
        var lying = new HashSet<string>(StringComparer.Ordinal);

        foreach (var row in rows.Loose.Where(row => row.RowKey.StartsWith("o:", StringComparison.Ordinal)))
        {
            var alert = LooseRows.NoticeOf(row)!;
            lying.Add(alert.Id);

            if (rows.Delivered.Contains(Keys.Delivered(complaint.Id, alert.Moment, alert.Id)))
            {
                Remove(RebuiltKind.Notice, row, "which has been handed out");
            }
            else if (Watch.Find(complaint, alert.Id) is { } owed && owed != alert)
            {
                Put(RebuiltKind.Notice, Notice(owed), "was not what the events give");
            }
        }

        var damaged = rows.Unreadable.Select(row => Watch.Find(complaint, LooseRows.NameIn(row.RowKey))).OfType<Alert>();
        var written = Watch.Written(complaint, wakeUpAt, now);

        foreach (var owed in damaged.Concat(written).DistinctBy(each => each.Id))
        {
            if (!lying.Contains(owed.Id) && !rows.Delivered.Contains(Keys.Delivered(complaint.Id, owed.Moment, owed.Id)))
            {
                Put(RebuiltKind.Notice, Notice(owed), "was missing or could not be read");
            }
        }
    }

    private void News()
    {
        var expected = batch.New(head.RowKey);
        HeadRow.WriteRegister(expected, entry);
        var isTold = head.Timestamp is { } saved && Instant.FromDateTimeOffset(saved) < rows.Hosts - NewsIsKeptFor;

        foreach (var row in rows.Loose.Where(row => row.RowKey.StartsWith("n:", StringComparison.Ordinal)))
        {
            var isOurs = HeadRow.SaySame(row, expected);
            isTold |= isOurs;

            if (!isOurs && !(HeadRow.TryRegister(row) is { } told && told.Id == complaint.Id && told.Version < complaint.Version))
            {
                var right = batch.New(row.RowKey);
                HeadRow.WriteRegister(right, entry);
                Put(RebuiltKind.News, right, "was not what the events give");
                isTold = true;
            }
        }

        if (!isTold)
        {
            Tell(RebuiltKind.News, "The news of the last change was missing; it is told again.");
        }
    }

    private TableEntity Notice(Alert alert) => OutboxRow.From(batch.New(Keys.Outbox(alert.Moment, alert.Id)), alert);

    private void Put(RebuiltKind kind, TableEntity row, string was)
    {
        if (batch.Count < MostRows)
        {
            batch.Put(row);
            Tell(kind, $"{row.RowKey} {was}; it was written.");
        }
    }

    private void Remove(RebuiltKind kind, TableEntity row, string which)
    {
        if (batch.Count < MostRows)
        {
            batch.Remove(row.RowKey);
            Tell(kind, $"{row.RowKey}, {which}, was removed.");
        }
    }

    private void Tell(RebuiltKind kind, string what) => found.Add(new RebuiltRow(kind, complaint.Id, what));

    private static Instant? Least(Instant? next, IEnumerable<Instant?> others) =>
        next is null ? null : others.Append(next).Where(each => each is not null).Min();

    private static string Said(Instant? at) => at is { } instant ? RecordJson.Text(instant) : "no wake-up";
}

/// <summary>The rows beside the head and events of one complaint that are derived from them.</summary>
/// <param name="Loose">Its wake-ups, notices and news.</param>
/// <param name="Delivered">The keys of its delivery log.</param>
/// <param name="Unreadable">Notices of the shard that cannot be read: one may be its own.</param>
/// <param name="Hosts">The hour of the hosts.</param>
internal sealed record Derived(
    IReadOnlyList<TableEntity> Loose, IReadOnlySet<string> Delivered, IReadOnlyList<TableEntity> Unreadable, Instant Hosts);
