using Azure.Data.Tables;
using Complaints.Storage.People;
using Complaints.Storage.Tests.Docket;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.People;

/// <summary>Who works where and who is locked out, as each host knows it.</summary>
public sealed class PeopleStoreTests(TestStorage storage)
{
    private const string Person = "u-0123456789abcdef";
    private static readonly Instant Now = Instant.FromUtc(2021, 1, 10, 12, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lock_OnAnotherHost_IsKnownWithinASecond()
    {
        var table = await TableAsync();
        var clock = new SetClock(Now);
        using var here = new PeopleStore(table, clock);
        using var there = new PeopleStore(table);
        Assert.False((await here.ReadAsync(Stop)).IsLocked(Person));

        await there.LockAsync(Person, true, "u-by", Now, Stop);
        clock.Now += Duration.FromSeconds(1);
        Assert.True((await here.ReadAsync(Stop)).IsLocked(Person));

        await there.LockAsync(Person, false, "u-by", Now, Stop);
        clock.Now += Duration.FromSeconds(1);
        Assert.False((await here.ReadAsync(Stop)).IsLocked(Person));
    }

    [Fact]
    public async Task Read_WithinTheSecond_AsksTheTableOnce()
    {
        var table = await TableAsync();
        await using var proxy = await FaultyProxy.StartAsync(new Uri(table.Uri.GetLeftPart(UriPartial.Authority)), cancellationToken: Stop);
        var clock = new SetClock(Now);
        using var people = new PeopleStore(new TableClient(proxy.Through(storage.ConnectionString), table.Name), clock);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => people.ReadAsync(Stop).AsTask()));
        clock.Now += Duration.FromMilliseconds(999);
        await people.ReadAsync(Stop);

        Assert.Single(proxy.Seen);
    }

    [Fact]
    public async Task Name_AndTakeOutAgain_LeavesATeamOfNobody()
    {
        using var people = new PeopleStore(await TableAsync());
        Assert.Null((await people.ReadAsync(Stop)).TeamOf("kz-2021"));

        await people.NameAsync("kz-2021", new Member(Person, ["observer", "analyst"]), "u-by", Now, Stop);
        var team = (await people.ReadAsync(Stop)).TeamOf("kz-2021");
        await people.NameAsync("kz-2021", new Member(Person, []), "u-by", Now, Stop);

        Assert.Equal(["observer", "analyst"], Assert.Single(team!).Roles);
        Assert.Empty((await people.ReadAsync(Stop)).TeamOf("kz-2021")!);
        Assert.Empty((await people.ReadAsync(Stop)).RolesOf(Person));
    }

    private async Task<TableClient> TableAsync()
    {
        var table = new TableClient(storage.ConnectionString, TestStorage.NewName("elections"));
        await table.CreateAsync(Stop);
        return table;
    }
}
