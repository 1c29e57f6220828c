using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Complaints.Storage;

/// <summary>The storage account: its tables and its container, made ready before the first call.</summary>
public sealed class StorageAccount
{
    /// <summary>Reaches an account by its connection string.</summary>
    public StorageAccount(string connectionString)
    {
        var tables = new TableServiceClient(connectionString);
        Docket = tables.GetTableClient("docket");
        Vault = tables.GetTableClient("vault");
        Retaliation = tables.GetTableClient("retaliation");
        Elections = tables.GetTableClient("elections");
        Rulebooks = tables.GetTableClient("rulebooks");
        Codes = tables.GetTableClient("codes");
        Answers = tables.GetTableClient("answers");
        Drafts = tables.GetTableClient("drafts");
        DraftDocuments = new BlobContainerClient(connectionString, "draft-documents");
        Evidence = new BlobContainerClient(connectionString, "evidence");
        FormKeys = new BlobContainerClient(connectionString, "form-keys");
    }

    /// <summary>The record of complaints.</summary>
    public TableClient Docket { get; }

    /// <summary>Identities and texts, encrypted.</summary>
    public TableClient Vault { get; }

    /// <summary>Notes about pressure put on people, encrypted under keys of their own.</summary>
    public TableClient Retaliation { get; }

    /// <summary>Elections and stated figures.</summary>
    public TableClient Elections { get; }

    /// <summary>Published rulebooks.</summary>
    public TableClient Rulebooks { get; }

    /// <summary>Receipt codes as slow hashes, and how often somebody guessed.</summary>
    public TableClient Codes { get; }

    /// <summary>What was answered to requests that may be repeated and belong to no single complaint.</summary>
    public TableClient Answers { get; }

    /// <summary>Complaints that are still being written down, encrypted.</summary>
    public TableClient Drafts { get; }

    /// <summary>The documents of those, encrypted.</summary>
    public BlobContainerClient DraftDocuments { get; }

    /// <summary>Documents, encrypted.</summary>
    public BlobContainerClient Evidence { get; }

    /// <summary>The keys that sign forms.</summary>
    public BlobContainerClient FormKeys { get; }

    /// <summary>Makes what is missing.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Docket.CreateIfNotExistsAsync(cancellationToken),
        Vault.CreateIfNotExistsAsync(cancellationToken),
        Retaliation.CreateIfNotExistsAsync(cancellationToken),
        Elections.CreateIfNotExistsAsync(cancellationToken),
        Rulebooks.CreateIfNotExistsAsync(cancellationToken),
        Codes.CreateIfNotExistsAsync(cancellationToken),
        Answers.CreateIfNotExistsAsync(cancellationToken),
        Drafts.CreateIfNotExistsAsync(cancellationToken),
        DraftDocuments.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        Evidence.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        FormKeys.CreateIfNotExistsAsync(cancellationToken: cancellationToken));
}
