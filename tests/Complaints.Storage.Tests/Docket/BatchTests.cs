using Complaints.Domain.Docket;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Docket;

/// <summary>What is larger than a transaction takes is refused before it is sent: the emulator would take it, the service would not.</summary>
public sealed class BatchTests(TestStorage storage)
{
    [Theory]
    [InlineData(96, 10, true)] // with head, news and the wake-up that moves these are 100 rows
    [InlineData(97, 10, false)]
    [InlineData(1, 200 * 1024, true)]
    public async Task Save_AboutAsLargeAsATransactionTakes_IsTakenOrNeverSent(int events, int letters, bool isTaken)
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await docket.SavedAsync();
        await using var proxy = await docket.ProxyAsync();
        var host = docket.Host(table: docket.Through(proxy));
        var change = ADocket.Lodge(stored.Value, forumName: new string('ж', letters));

        while (change.Events.Count < events)
        {
            var next = ADocket.Note(change.Complaint);
            var noted = (FactNoted)next.Events[0].What;
            var large = next.Events[0] with { What = noted with { Details = noted.Details with { Source = new string('ж', letters) } } };
            change = new Change(next.Complaint, [.. change.Events, large]);
        }

        var saving = docket.SaveAsync(stored, change, host);

        if (isTaken)
        {
            Assert.Equal(events + 1, (await saving).Value.Version);
        }
        else
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => saving);
            Assert.Empty(proxy.Seen);
        }
    }
}
