using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Storage.Docket;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Docket;

/// <summary>What one change brings is saved in one batch, or nothing of it.</summary>
public sealed class DocketStoreTests(TestStorage storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_NewComplaint_IsOneRequestWithAllItsRows()
    {
        var docket = await ADocket.MakeAsync(storage);
        await using var proxy = await docket.ProxyAsync();

        var saved = await docket.SavedAsync(new RepeatableRequest("key", "body"), docket.Host(table: docket.Through(proxy)));

        Assert.EndsWith("$batch", proxy.Seen.Single().Target, StringComparison.Ordinal);
        Assert.Equal(["c:id", "h:id:000001", "k", "n", $"w:{saved.WakeUpAt:uuuuMMdd'T'HHmmss'000Z'}:id"], await docket.KeysAsync(saved.Value.Id));
        Assert.Single((await docket.RowsAsync()).Select(row => row.PartitionKey).Distinct());
        await docket.VerifyAsync(saved.Value.Id, 1);
    }

    [Theory]
    [InlineData("c:{0}")]
    [InlineData("h:{0}:000001")]
    [InlineData("k:key")]
    public async Task Add_OneRowIsThereAlready_IsRefusedAndNothingElseIsSaved(string taken)
    {
        var docket = await ADocket.MakeAsync(storage);
        var draft = ADocket.Draft();
        Assert.True(Reference.Parse(draft.Complaint.Id).IsAllowed(out var reference));
        var row = new TableEntity($"kz-2021~{reference.Shard}", taken.Replace("{0}", draft.Complaint.Id, StringComparison.Ordinal));
        await docket.Table.AddEntityAsync(row, Stop);

        var refused = await docket.Store.AddAsync(draft, draft.Complaint.RecordedAt, new RepeatableRequest("key", "body"), Stop);

        Assert.Equal(DocketStore.ReferenceTaken, refused.Refusals.Single());
        Assert.Equal([row.RowKey], (await docket.RowsAsync()).Select(each => each.RowKey));
    }

    [Fact]
    public async Task Save_ChangedMeanwhile_IsRefusedAndNothingIsSaved()
    {
        var docket = await ADocket.MakeAsync(storage);
        var read = await docket.SavedAsync();
        await docket.SaveAsync(read, ADocket.Lodge(read.Value));
        var before = await docket.KeysAsync(read.Value.Id);
        var late = ADocket.Note(read.Value);

        var refused = await docket.Store.SaveAsync(read, late, late.Events[0].RecordedAt, new RepeatableRequest("key", "body"), Stop);

        Assert.Equal(DocketStore.ChangedMeanwhile, refused.Refusals.Single());
        Assert.Equal(before, await docket.KeysAsync(read.Value.Id));
        await docket.VerifyAsync(read.Value.Id, 2);
    }

    [Fact]
    public async Task Save_EveryStepOfAJourney_KeepsHeadAndHistoryTheSame()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await docket.SavedAsync();
        Func<Complaint, Change>[] journey =
        [
            complaint => ADocket.Lodge(complaint),
            complaint => ADocket.Take(complaint, ProceduralStep.Register, "2020-12-14T11:00:00+06:00", new StepDetails { RegistrationNumber = "17/ө" }),
            complaint => ADocket.Note(complaint),
            complaint => ADocket.Take(complaint, ProceduralStep.Decide, "2020-12-17T16:00:00.1234567+06:00", new StepDetails { Outcome = "dismissed_merits" }),
            complaint => ADocket.Take(complaint, ProceduralStep.Appeal, "2020-12-19T10:00:00+06:00", new StepDetails { Forum = "CEC", By = "complainant" }),
            complaint => ADocket.Take(complaint, ProceduralStep.Correct, "2020-12-20T10:00:00+06:00", new StepDetails
            {
                Event = 3,
                Reason = "misread",
                New = System.Text.Json.JsonDocument.Parse("""{"registrationNumber": "18"}""").RootElement,
            }),
            complaint => complaint.TakeTimersSteps(ADocket.At("2021-06-01T00:00:00+06:00"))!,
        ];

        foreach (var step in journey)
        {
            // Each step is taken on what another process reads, so whatever is not kept is not there.
            stored = await docket.SaveAsync(await docket.FindAsync(stored.Value.Id, docket.Host()), step(stored.Value));
            await docket.VerifyAsync(stored.Value.Id, stored.Value.Version);
        }

        Assert.True(stored.Value.Version >= 8);
    }

    [Fact]
    public async Task Save_TextsOverAProperty_ComeBackWhole()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await docket.SavedAsync();
        var words = string.Concat(Enumerable.Range(0, 20_000).Select(each => $"сөз{each} "));

        await docket.SaveAsync(stored, ADocket.Lodge(stored.Value, forumName: words));

        var read = await docket.FindAsync(stored.Value.Id, docket.Host());
        Assert.Equal(words, read.Value.Proceedings.Single().ForumName);
        Assert.All((await docket.RowsAsync()).SelectMany(row => row.Select(column => column.Value)).OfType<byte[]>(), value => Assert.True(value.Length <= 60 * 1024));
        await docket.VerifyAsync(stored.Value.Id, 2);
    }

    [Fact]
    public async Task Save_TwoHostsAtOnce_LosesNoUpdate()
    {
        var docket = await ADocket.MakeAsync(storage);
        var id = (await docket.SavedAsync()).Value.Id;
        DocketStore[] hosts = [docket.Host(), docket.Host()];

        var saved = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            var host = hosts[number % 2];
            var read = await docket.FindAsync(id, host);
            var change = ADocket.Note(read.Value);
            return (await host.SaveAsync(read, change, change.Events[0].RecordedAt, null, Stop)).IsAllowed(out _);
        }));

        Assert.InRange(saved.Count(each => each), 1, 40);
        await docket.VerifyAsync(id, 1 + saved.Count(each => each));
    }

    [Fact]
    public async Task Answered_RequestThatWasSaved_TellsComplaintVersionAndBody()
    {
        var docket = await ADocket.MakeAsync(storage);
        var request = new RepeatableRequest("key", "body");
        var stored = await docket.SavedAsync(request);
        Assert.True(Reference.Parse(stored.Value.Id).IsAllowed(out var reference));

        Assert.Equal(new PastAnswer("body", stored.Value.Id, 1), await docket.Host().AnsweredAsync(ADocket.Election, reference.Shard, request, Stop));
        Assert.Null(await docket.Store.AnsweredAsync(ADocket.Election, reference.Shard, new RepeatableRequest("other", "body"), Stop));
    }
}
