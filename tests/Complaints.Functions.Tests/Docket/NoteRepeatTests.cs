using Azure.Data.Tables;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A note that comes twice with its key, as when its answer was lost.</summary>
public sealed class NoteRepeatTests(Tracker tracker)
{
    private const string Note = """{"fact":"hearing","at":"2020-12-15T10:00:00+06:00","note":"told to us"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // What is told is sealed before it is recorded: a repetition must not seal it once more, nor be refused because of what happened since.
    [Fact]
    public async Task Post_ANoteRepeated_SealsNothingAndIsAnsweredAsBefore()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var first = await tracker.PostAsync($"{complaint.Path}/facts", Note, ("Idempotency-Key", "one"));
        var notes = await NotesAsync(complaint);

        var again = await tracker.PostAsync($"{complaint.Path}/facts", Note, ("Idempotency-Key", "one"));
        Assert.Equal(notes, await NotesAsync(complaint));
        Assert.Equal(200, (await tracker.PostAsync($"{complaint.Path}/erase", """{"reason":"safety"}""")).Status);
        var erased = await tracker.PostAsync($"{complaint.Path}/facts", Note, ("Idempotency-Key", "one"));

        Assert.Single(notes);
        Assert.All([first, again, erased], each => Assert.Equal((200, "\"2\""), (each.Status, each.ETag)));
    }

    private async Task<IReadOnlyList<string>> NotesAsync(AComplaint complaint) =>
        await new StorageAccount(tracker.Storage).Vault.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {complaint.Id}"), cancellationToken: Stop)
            .Select(row => row.RowKey).Where(key => key.StartsWith("i:note:", StringComparison.Ordinal)).ToListAsync(Stop);
}
