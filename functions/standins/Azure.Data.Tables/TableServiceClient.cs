using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>The tables of one storage account.</summary>
public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TablePipeline _pipeline;

    /// <summary>The account of a connection string.</summary>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>The account of a connection string.</summary>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(StorageAccount.Parse(connectionString), options)
    {
    }

    /// <summary>The account at an address, opened with its key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>The account at an address, opened with its key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        _pipeline = new(endpoint, new SharedKeyLitePolicy(credential), options);
    }

    /// <summary>The account at an address, opened with tokens; each request fails unless the address is https.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tokenCredential);
        _pipeline = new(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options);
    }

    /// <summary>For derived clients in tests.</summary>
    protected TableServiceClient()
    {
    }

    private TableServiceClient(StorageAccount account, TableClientOptions options)
        : this(account.TableEndpoint, account.Credential, options)
    {
    }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _pipeline.AccountName;

    /// <summary>The account's address.</summary>
    public virtual Uri Uri => _pipeline.Endpoint;

    /// <summary>The table of that name, whether it exists or not.</summary>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new(_pipeline, tableName);
    }

    /// <summary>The account's tables, or those an OData filter lets through, page by page.</summary>
    /// <exception cref="RequestFailedException">The service refused; thrown while enumerating.</exception>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        new PageByPage<TableItem>(
            (after, max) => TableCatalogue.ListAsync(_pipeline, filter, after, max, cancellationToken), maxPerPage);

    /// <summary>Makes a table.</summary>
    /// <exception cref="RequestFailedException">409: it exists. Otherwise as the service says.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return TableCatalogue.CreateAsync(_pipeline, tableName, cancellationToken);
    }

    /// <summary>Makes a table; one that exists stays, and the raw answer's status is 409.</summary>
    /// <exception cref="RequestFailedException">The service refused for another reason.</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return TableCatalogue.CreateIfNotExistsAsync(_pipeline, tableName, cancellationToken);
    }

    /// <summary>Removes a table with its rows; the status is 404 where there was none.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return TableCatalogue.DeleteAsync(_pipeline, tableName, cancellationToken);
    }
}
