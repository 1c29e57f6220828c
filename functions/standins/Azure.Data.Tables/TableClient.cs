using System.Globalization;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>One table of a storage account; of the types of rows this subset knows <see cref="TableEntity"/> only.</summary>
public class TableClient
{
    private readonly TablePipeline _pipeline;
    private readonly string _address;

    /// <summary>A table in the account of a connection string.</summary>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>A table in the account of a connection string.</summary>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(StorageAccount.Parse(connectionString), tableName, options)
    {
    }

    /// <summary>For derived clients in tests.</summary>
    protected TableClient()
    {
    }

    internal TableClient(TablePipeline pipeline, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _pipeline = pipeline;
        _address = TableAddress.OfTable(pipeline.Account, tableName);
        Name = tableName;
    }

    private TableClient(StorageAccount account, string tableName, TableClientOptions options)
        : this(new TablePipeline(account.TableEndpoint, new SharedKeyLitePolicy(account.Credential), options), tableName)
    {
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _pipeline.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri => new(_address);

    /// <summary>An OData filter with the values quoted and escaped, so that no value can change its meaning.</summary>
    /// <exception cref="ArgumentException">A value is of a type that filters do not know.</exception>
    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Filter(filter);

    /// <summary>Makes the table.</summary>
    /// <exception cref="RequestFailedException">409: it exists. Otherwise as the service says.</exception>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableCatalogue.CreateAsync(_pipeline, Name, cancellationToken);

    /// <summary>Makes the table; one that exists stays, and the raw answer's status is 409.</summary>
    /// <exception cref="RequestFailedException">The service refused for another reason.</exception>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableCatalogue.CreateIfNotExistsAsync(_pipeline, Name, cancellationToken);

    /// <summary>Removes the table with its rows; the status is 404 where there was none.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableCatalogue.DeleteAsync(_pipeline, Name, cancellationToken);

    /// <summary>Inserts a row; the answer carries its version.</summary>
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists: there is one with these keys. Otherwise as the service says.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        Check(entity);
        return _pipeline.SendAsync(
            new(RequestMethod.Post, _address) { Prefer = TableRequest.ReturnNoContent, Body = EntityWriter.Write(entity) },
            cancellationToken);
    }

    /// <summary>Reads a row, or only the selected columns of it.</summary>
    /// <exception cref="RequestFailedException">404 ResourceNotFound: there is none with these keys. Otherwise as the service says.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _pipeline.SendAsync(Read(partitionKey, rowKey, select), cancellationToken).ConfigureAwait(false);
        return Response.FromValue(As<T>(EntityReader.ReadOne(response.Content.ToMemory().Span)), response);
    }

    /// <summary>Reads a row if it is there, or only the selected columns of it.</summary>
    /// <exception cref="RequestFailedException">The service refused; a row or table that is not there is no refusal.</exception>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var request = Read(partitionKey, rowKey, select) with { Tolerated = 404 };
        var response = await _pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);

        return response.Status == 404
            ? new NoValueResponse<T>(response)
            : Response.FromValue(As<T>(EntityReader.ReadOne(response.Content.ToMemory().Span)), response);
    }

    /// <summary>Inserts a row, or changes the one with these keys whatever its version.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        Check(entity);
        return _pipeline.SendAsync(Change(entity, default, mode), cancellationToken);
    }

    /// <summary>Changes the row with these keys if it is at the given version; <see cref="ETag.All"/> stands for any.</summary>
    /// <exception cref="ArgumentException">The version is the default one.</exception>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied: another version. 404: no such row. Otherwise as the service says.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        Check(entity);
        return ifMatch == default
            ? throw new ArgumentException("An update needs a version.", nameof(ifMatch))
            : _pipeline.SendAsync(Change(entity, ifMatch, mode), cancellationToken);
    }

    /// <summary>Removes a row if it is at the given version, by default at any; the status is 404 where there was none.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied: another version. Otherwise as the service says.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return _pipeline.SendAsync(
            new(RequestMethod.Delete, TableAddress.OfRow(_address, partitionKey, rowKey))
            {
                Accept = "application/json",
                IfMatch = ifMatch == default ? ETag.All : ifMatch,
                Tolerated = 404,
            },
            cancellationToken);
    }

    /// <summary>Removes the row with this one's keys if it is at the given version, by default at any.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied: another version. Otherwise as the service says.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>The rows an OData filter lets through, by partition and row key, page by page of at most 1,000.</summary>
    /// <exception cref="RequestFailedException">The service refused; thrown while enumerating.</exception>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = default, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var columns = Columns(select);
        return new PageByPage<T>((after, max) => PageAsync<T>(filter, columns, after, max, cancellationToken), maxPerPage);
    }

    /// <summary>Makes all the changes, which lie in one partition, or none; the answers are in the order of the changes.</summary>
    /// <exception cref="InvalidOperationException">There are no changes.</exception>
    /// <exception cref="TableTransactionFailedException">The service refused a change, and so made none.</exception>
    /// <exception cref="RequestFailedException">The service refused the request as a whole.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var response = await _pipeline.SendAsync(ChangeSet.Request(_pipeline.Account, _address, transactionActions), cancellationToken)
            .ConfigureAwait(false);
        var answers = ChangeSetAnswer.Read(response);

        return answers.Find(answer => answer.IsError) is { } refused
            ? throw new TableTransactionFailedException(new RequestFailedException(refused, null, ODataErrorParser.Shared))
            : Response.FromValue<IReadOnlyList<Response>>(answers, response);
    }

    private static void Check(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity));
    }

    private static T As<T>(TableEntity row)
        where T : class, ITableEntity =>
        row as T ?? throw new NotSupportedException($"Only {nameof(TableEntity)} is part of this subset, not {typeof(T)}.");

    private static string Columns(IEnumerable<string> select) => select is null ? null : string.Join(',', select);

    private TableRequest Read(string partitionKey, string rowKey, IEnumerable<string> select)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return new(
            RequestMethod.Get, TableAddress.OfQuery(TableAddress.OfRow(_address, partitionKey, rowKey), ("$select", Columns(select))));
    }

    private TableRequest Change(ITableEntity entity, ETag version, TableUpdateMode mode) =>
        new(
            mode switch
            {
                TableUpdateMode.Merge => RequestMethod.Patch,
                TableUpdateMode.Replace => RequestMethod.Put,
                _ => throw new ArgumentException($"There is no such mode: {mode}.", nameof(mode)),
            },
            TableAddress.OfRow(_address, entity.PartitionKey, entity.RowKey))
        {
            IfMatch = version,
            Accept = "application/json",
            Body = EntityWriter.Write(entity),
        };

    private async Task<Page<T>> PageAsync<T>(string filter, string columns, string after, int? max, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var (partition, row) = RowsPage.Split(after);
        var address = TableAddress.OfQuery(
            $"{_address}()",
            ("$top", max?.ToString(CultureInfo.InvariantCulture)),
            ("$select", columns),
            ("$filter", filter),
            ("NextPartitionKey", partition),
            ("NextRowKey", row));
        var response = await _pipeline.SendAsync(new(RequestMethod.Get, address), cancellationToken).ConfigureAwait(false);
        return RowsPage.Read<T>(response);
    }
}
