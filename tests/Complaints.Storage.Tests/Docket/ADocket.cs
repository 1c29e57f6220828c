using System.Security.Cryptography;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Storage.Docket;
using Complaints.TestKit;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Storage.Tests.Docket;

/// <summary>A record of complaints on tables of its own, with the table at hand to look behind it.</summary>
internal sealed class ADocket
{
    public static readonly Election Election = new()
    {
        Id = "kz-2021",
        Code = "KZ21P",
        Name = "Majilis 2021",
        Rulebook = "KZ-2020",
        ElectionDay = new LocalDate(2021, 1, 10),
    };

    public static readonly LawShelf Shelf = new(ShippedLaw.Rulebooks);

    private readonly string storage;

    private ADocket(string storage, TableClient table, TableClient elections)
    {
        this.storage = storage;
        Table = table;
        Elections = elections;
        Store = Host();
        Due = new DueStore(table);
    }

    public TableClient Table { get; }

    public TableClient Elections { get; }

    public DocketStore Store { get; }

    public DueStore Due { get; }

    public static async Task<ADocket> MakeAsync(TestStorage storage)
    {
        var docket = new ADocket(
            storage.ConnectionString,
            new TableClient(storage.ConnectionString, TestStorage.NewName("docket")),
            new TableClient(storage.ConnectionString, TestStorage.NewName("elections")));
        await docket.Table.CreateAsync(TestContext.Current.CancellationToken);
        await docket.Elections.CreateAsync(TestContext.Current.CancellationToken);
        using var elections = new ElectionStore(docket.Elections, TimeProvider.System);
        await elections.SaveAsync(Election, TestContext.Current.CancellationToken);
        return docket;
    }

    /// <summary>A store as another process would have it.</summary>
    public DocketStore Host(RegisterView? register = null, TableClient? table = null, LawShelf? shelf = null) => new(
        table ?? Table, new ElectionStore(Elections, TimeProvider.System), shelf ?? Shelf, register ?? new RegisterView(table ?? Table));

    /// <summary>A proxy before the tables.</summary>
    public Task<FaultyProxy> ProxyAsync() => FaultyProxy.StartAsync(Table.Uri, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The same table through a proxy; a call is tried again after 10 ms, twelve times.</summary>
    public TableClient Through(FaultyProxy proxy)
    {
        var options = new TableClientOptions();
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(10);
        options.Retry.MaxRetries = 12;
        return new TableClient(proxy.Through(storage), Table.Name, options);
    }

    /// <summary>A complaint against an action of a precinct commission on 10 December 2020, written down an hour later; not saved yet.</summary>
    public static Change Draft()
    {
        var now = At("2020-12-10T11:00:00+06:00");
        var law = new Law(ShippedLaw.Rulebooks["KZ-2020"], Election);
        var grievance = new Grievance
        {
            Election = Election.Id,
            Rulebook = law.Rulebook.Version,
            Matter = "complaint",
            ChallengedActor = "PEC",
            ChallengedActKind = "action",
            Subject = "observer_rights.removal",
            OccurredAt = At("2020-12-10T10:00:00+06:00"),
            PlaceZone = "Asia/Almaty",
        };
        var reference = Reference.Draw(Election.Code, now, RandomNumberGenerator.GetBytes(32));
        return Complaint.Record(reference.Id, law, grievance, now, "o1");
    }

    /// <summary>A step that must be allowed, reported the moment it happens.</summary>
    public static Change Take(Complaint complaint, ProceduralStep step, string at, StepDetails? details = null)
    {
        var taken = complaint.Take(new Step(step, At(at), null, details ?? new StepDetails()), At(at), "o1");
        Assert.True(taken.IsAllowed(out var change), string.Join("; ", taken.Refusals.Select(each => each.Message)));
        return change;
    }

    public static Change Lodge(Complaint complaint, string at = "2020-12-14T10:00:00+06:00", string? forumName = null) =>
        Take(complaint, ProceduralStep.Lodge, at, new StepDetails { Forum = "TEC", ForumZone = "Asia/Almaty", ForumName = forumName });

    /// <summary>A fact of this day; any number may be noted.</summary>
    public static Change Note(Complaint complaint, string at = "2020-12-15T10:00:00+06:00")
    {
        var noted = complaint.Note(FactKind.Publication, new FactDetails { Source = "gazette" }, null, At(at), At(at), "o1");
        Assert.True(noted.IsAllowed(out var change));
        return change;
    }

    public static Instant At(string text) => OffsetDateTimePattern.ExtendedIso.Parse(text).Value.ToInstant();

    /// <summary>A new complaint as the store keeps it.</summary>
    public async Task<Stored<Complaint>> SavedAsync(RepeatableRequest? request = null, DocketStore? store = null)
    {
        var change = Draft();
        var saved = await (store ?? Store).AddAsync(change, change.Complaint.RecordedAt, request, TestContext.Current.CancellationToken);
        Assert.True(saved.IsAllowed(out var stored));
        return stored;
    }

    /// <summary>Saves a change that must be accepted, and gives back what is stored then.</summary>
    public async Task<Stored<Complaint>> SaveAsync(Stored<Complaint> before, Change change, DocketStore? store = null)
    {
        var saved = await (store ?? Store).SaveAsync(before, change, change.Events[^1].RecordedAt, null, TestContext.Current.CancellationToken);
        Assert.True(saved.IsAllowed(out var stored), string.Join("; ", saved.Refusals.Select(each => each.Message)));
        return stored;
    }

    public async Task<Stored<Complaint>> FindAsync(string id, DocketStore? store = null)
    {
        Assert.True(Reference.Parse(id).IsAllowed(out var reference));
        return (await (store ?? Store).FindAsync(reference, TestContext.Current.CancellationToken))!;
    }

    /// <summary>Every row of the table that belongs to a complaint, or all of them.</summary>
    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string id = "")
    {
        var all = await Table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(row => row.RowKey.Contains(id, StringComparison.Ordinal))];
    }

    /// <summary>The row keys, without what differs from run to run.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(string id) =>
        [.. (await RowsAsync()).Select(row => row.RowKey[0] is 'n' or 'k' ? row.RowKey[..1] : row.RowKey.Replace(id, "id", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The history must be a whole chain, and the head what the history gives.</summary>
    public async Task VerifyAsync(string id, int version)
    {
        var head = await FindAsync(id);
        var history = await Store.HistoryAsync(head.Value, TestContext.Current.CancellationToken);
        var previous = Chain.Beginning;

        foreach (var (number, each) in history.Index())
        {
            var canonical = EventJson.Canonical(each.Event);
            Assert.Equal((number + 1, previous, Chain.Hash(previous, canonical)), (each.Event.Seq, each.Previous, each.Hash));
            previous = each.Hash;
        }

        Assert.Equal((version, version, previous), (history.Count, head.Value.Version, head.LastHash));
        Assert.Equal(head.Value.History.Select(EventJson.Canonical), history.Select(each => EventJson.Canonical(each.Event)));
    }
}
