using System.IO;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Complaints.Domain;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;
using NodaTime;

namespace Complaints.Storage.Drafts;

/// <summary>
/// Complaints that people are still writing down, each for its owner alone. What is in one is sealed under a data key of its own, as in the vault, in a table and a
/// container apart from vault and evidence, whose sweeps therefore never meet a draft.
/// </summary>
public sealed class DraftStore(TableClient drafts, BlobContainerClient documents, VaultKeys keys, TimeProvider time)
{
    /// <summary>How many one person may have at a time.</summary>
    public const int MostOfOne = 50;

    /// <summary>How long a draft is kept from its last change on.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(30);

    // Where the documents of drafts lie instead of under an election.
    private const string Shelf = "drafts";

    private readonly VaultStore vault = new(drafts, keys);

    private readonly EvidenceStore evidence = new(documents, new VaultStore(drafts, keys), time);

    /// <summary>The refusal of a draft that somebody changed since it was read.</summary>
    public static readonly Refusal ChangedMeanwhile = new("draft.changed-meanwhile", "The draft was changed at the same moment. Send it again.");

    /// <summary>The refusal of a draft that holds more than a draft may.</summary>
    public static readonly Refusal TooLarge = new("draft.too-large", "The draft holds more text than one complaint may. Shorten it; what goes beyond can be sent as a document.");

    /// <summary>The refusal of one draft more than a person may have.</summary>
    public static readonly Refusal TooMany = new("draft.too-many", "You have as many drafts as one person may. Send or delete one of them first.");

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Begins a draft, or gives back the one that was begun under this id before.</summary>
    public async Task<Result<Draft>> BeginAsync(string owner, string id, DraftContent content, CancellationToken cancellationToken)
    {
        if (IsTooLarge(content))
        {
            return TooLarge;
        }

        if (await FindAsync(owner, id, cancellationToken) is { } begunBefore)
        {
            return begunBefore;
        }

        if (await drafts.QueryAsync<TableEntity>(Listed(owner), select: ["RowKey"], cancellationToken: cancellationToken).CountAsync(cancellationToken) >= MostOfOne)
        {
            return TooMany;
        }

        var draft = new Draft { Id = KeyPart.Check(id), Owner = owner, ChangedAt = Now, Content = content };
        using var key = DataKey.Draw();

        try
        {
            await drafts.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, DataKeyRow.From(id, key, keys)), new(TableTransactionActionType.Add, DraftRow.From(draft, key))], cancellationToken);
        }
        catch (RequestFailedException begun) when (begun.Status == 409)
        {
            // The same form sent twice.
        }

        // The draft first: an entry in the list always leads somewhere.
        await drafts.UpsertEntityAsync(new TableEntity(ListOf(owner), id), TableUpdateMode.Replace, cancellationToken);
        return await FindAsync(owner, id, cancellationToken) is { } found ? found : ChangedMeanwhile;
    }

    /// <summary>The draft of this id, if it is this owner's and not too old; null otherwise.</summary>
    /// <exception cref="CryptographicException">It or its key was changed, or the wrapping key is not the right one.</exception>
    public async Task<Draft?> FindAsync(string owner, string id, CancellationToken cancellationToken)
    {
        if (!KeyPart.Is(id))
        {
            return null;
        }

        TableEntity? row = null, keyRow = null;

        await foreach (var each in drafts.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: cancellationToken))
        {
            (row, keyRow) = (each.RowKey == DraftRow.Key ? each : row, each.RowKey == DataKeyRow.Key ? each : keyRow);
        }

        return row is not null && keyRow is not null && DraftRow.OwnerOf(row) == owner && DraftRow.ToDraft(row, keyRow, keys) is var draft && draft.KeptUntil > Now ? draft : null;
    }

    /// <summary>The drafts that somebody may go on with, the last changed first. One that does not open keeps nobody from the others; RewrapKeys says of its key why.</summary>
    public async Task<IReadOnlyList<Draft>> ListAsync(string owner, CancellationToken cancellationToken)
    {
        var listed = await drafts.QueryAsync<TableEntity>(Listed(owner), select: ["RowKey"], cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        var found = await Task.WhenAll(listed.Select(each => OpenAsync(each.RowKey)));
        return [.. found.OfType<Draft>().Where(each => !each.IsClosed).OrderByDescending(each => each.ChangedAt)];

        async Task<Draft?> OpenAsync(string id)
        {
            try
            {
                return await FindAsync(owner, id, cancellationToken);
            }
            catch (CryptographicException)
            {
                return null;
            }
        }
    }

    /// <summary>Saves what was changed in a draft, unless somebody has changed it since it was read.</summary>
    public async Task<Result<Draft>> SaveAsync(Draft draft, CancellationToken cancellationToken)
    {
        if (IsTooLarge(draft.Content))
        {
            return TooLarge;
        }

        var changed = draft with { ChangedAt = Now };
        using var key = DataKeyRow.ToDataKey(draft.KeyRow!, keys);

        try
        {
            var saved = await drafts.UpdateEntityAsync(DraftRow.From(changed, key), draft.Tag, TableUpdateMode.Replace, cancellationToken);
            return changed with { Tag = saved.Headers.ETag!.Value };
        }
        catch (RequestFailedException changedMeanwhile) when (changedMeanwhile.Status is 404 or 412)
        {
            return ChangedMeanwhile;
        }
    }

    /// <summary>
    /// Ends a draft: its data key is destroyed, and with it all that was sealed. That it was there, and what became of it, is kept as long as the draft would have been;
    /// false where somebody has changed it since it was read. An interruption after the key is gone leaves blobs that nobody can open, for the next run of TidyUp.
    /// </summary>
    /// <param name="draft">The draft as it was read.</param>
    /// <param name="complaint">The complaint it became; null if it is thrown away.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> CloseAsync(Draft draft, string? complaint, CancellationToken cancellationToken)
    {
        var closed = draft with { ChangedAt = Now, Content = new DraftContent(), IsClosed = true, Complaint = complaint };

        try
        {
            await drafts.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.UpdateReplace, DraftRow.Closed(closed), draft.Tag),
                    new(TableTransactionActionType.UpsertReplace, DataKeyRow.Tombstone(draft.Id)),
                ],
                cancellationToken);
        }
        catch (RequestFailedException changedMeanwhile) when (changedMeanwhile.Status is 404 or 412)
        {
            return false;
        }

        await ClearAsync(draft.Owner, draft.Id, draft.Content.Documents.Count > 0, cancellationToken);
        return true;
    }

    /// <summary>Takes a document in, hashed and sealed on its way as evidence is; it is the draft's once the draft that names it is saved.</summary>
    public async Task<Result<DraftDocument>> ReceiveAsync(Draft draft, string name, Stream plain, Allowance allowance, CancellationToken cancellationToken)
    {
        var taken = await evidence.ReceiveAsync(draft.Id, plain, allowance, tap: null, cancellationToken);
        return taken.IsAllowed(out var received)
            ? new DraftDocument(0, name, received.Sha256, received.Size, received.Type)
            : taken.Refusals;
    }

    /// <summary>The bytes of a document of a draft, to be read once; null if it is gone.</summary>
    public Task<Stream?> OpenReadAsync(Draft draft, DraftDocument document, CancellationToken cancellationToken) =>
        evidence.OpenReadAsync(Shelf, draft.Id, document.Number, document.Sha256, cancellationToken);

    /// <summary>Puts every draft's data key under the current wrapping key.</summary>
    public Task<Rotated> RewrapAsync(CancellationToken cancellationToken) => vault.RewrapAsync(cancellationToken);

    /// <summary>Removes the drafts that nobody has changed for as long as they are kept, with keys and documents, and counts them.</summary>
    public async Task<int> TidyUpAsync(CancellationToken cancellationToken)
    {
        var old = TableClient.CreateQueryFilter($"ChangedAt le {(Now - KeptFor).ToDateTimeOffset()}");
        var removed = 0;

        // The whole table is scanned, once a day: it holds what the last thirty days left.
        await foreach (var row in drafts.QueryAsync<TableEntity>(old, select: ["PartitionKey", "RowKey", "Owner"], cancellationToken: cancellationToken))
        {
            // The key goes first and the row by which it is found last: what an interruption leaves cannot be read, and the next run finds it.
            await drafts.DeleteEntityAsync(row.PartitionKey, DataKeyRow.Key, ETag.All, cancellationToken);
            await ClearAsync(DraftRow.OwnerOf(row), row.PartitionKey, hasDocuments: true, cancellationToken);
            await drafts.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
            removed++;
        }

        return removed;
    }

    private static bool IsTooLarge(DraftContent content) => Encoding.UTF8.GetByteCount(DraftRow.JsonOf(content)) > DraftRow.MostBytes;

    /// <summary>The partition that lists somebody's drafts.</summary>
    private static string ListOf(string owner) => $"of:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)).AsSpan(0, 16))}";

    private static string Listed(string owner) => TableClient.CreateQueryFilter($"PartitionKey eq {ListOf(owner)}");

    private async Task ClearAsync(string owner, string id, bool hasDocuments, CancellationToken cancellationToken)
    {
        if (hasDocuments)
        {
            await evidence.RemoveAllAsync(Shelf, id, cancellationToken);
        }

        await drafts.DeleteEntityAsync(ListOf(owner), id, ETag.All, cancellationToken);
    }
}
