using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Writes a transaction as the one body the service takes it in: a batch holding a single change set.</summary>
internal sealed class ChangeSet : IDisposable
{
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly string _tableAddress;
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";
    private readonly byte[] _nextChange;

    private ChangeSet(string tableAddress)
    {
        _json = new(_body);
        _tableAddress = tableAddress;
        _nextChange = Encoding.UTF8.GetBytes(
            $"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Write($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changes}\r\n\r\n");
    }

    /// <summary>The request that carries out these changes of one table.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static TableRequest Request(string accountAddress, string tableAddress, IEnumerable<TableTransactionAction> actions)
    {
        using var changes = new ChangeSet(tableAddress);
        var count = 0;

        foreach (var action in actions)
        {
            changes.Add(action);
            count++;
        }

        return count == 0
            ? throw new InvalidOperationException("A transaction needs at least one change.")
            : new(RequestMethod.Post, $"{accountAddress}/$batch")
            {
                Accept = "application/json",
                ContentType = $"multipart/mixed; boundary={changes._batch}",
                Body = changes.End(),
            };
    }

    public void Dispose() => _json.Dispose();

    private void Add(TableTransactionAction action)
    {
        _body.Write(_nextChange);

        switch (action.ActionType)
        {
            case TableTransactionActionType.Add:
                Insert(action.Entity);
                break;
            case TableTransactionActionType.UpdateMerge:
                Change("PATCH ", action.Entity, action.ETag);
                break;
            case TableTransactionActionType.UpdateReplace:
                Change("PUT ", action.Entity, action.ETag);
                break;
            case TableTransactionActionType.UpsertMerge:
                Change("PATCH ", action.Entity, default);
                break;
            case TableTransactionActionType.UpsertReplace:
                Change("PUT ", action.Entity, default);
                break;
            case TableTransactionActionType.Delete:
                Delete(action.Entity, action.ETag);
                break;
            default:
                throw new InvalidOperationException($"There is no such kind of change: {action.ActionType}.");
        }
    }

    /// <summary>Closes both wrappings; nothing can be added any more.</summary>
    private ReadOnlyMemory<byte> End()
    {
        Write($"--{_changes}--\r\n\r\n--{_batch}--\r\n");
        return _body.WrittenMemory;
    }

    private void Insert(ITableEntity entity)
    {
        Write("POST ");
        Write(_tableAddress);
        _body.Write(" HTTP/1.1\r\nPrefer: return-no-content\r\n"u8);
        WriteEntity(entity);
    }

    /// <summary>Without a version the service inserts what it does not find: that is what tells an upsert from an update.</summary>
    private void Change(string method, ITableEntity entity, ETag version)
    {
        WriteAddress(method, entity);

        if (version != default)
        {
            WriteVersion(version);
        }

        WriteEntity(entity);
    }

    private void Delete(ITableEntity entity, ETag version)
    {
        WriteAddress("DELETE ", entity);
        WriteVersion(version == default ? ETag.All : version);
        _body.Write("Accept: application/json\r\nDataServiceVersion: 3.0\r\n\r\n\r\n"u8);
    }

    private void WriteAddress(string method, ITableEntity entity)
    {
        Write(method);
        Write(TableAddress.OfRow(_tableAddress, entity.PartitionKey, entity.RowKey));
        _body.Write(" HTTP/1.1\r\n"u8);
    }

    private void WriteVersion(ETag version)
    {
        _body.Write("If-Match: "u8);
        Write(version.ToString());
        _body.Write("\r\n"u8);
    }

    private void WriteEntity(ITableEntity entity)
    {
        _body.Write("Accept: application/json;odata=minimalmetadata\r\nContent-Type: application/json\r\nDataServiceVersion: 3.0\r\n\r\n"u8);
        _json.Reset();
        EntityWriter.Write(_json, entity);
        _body.Write("\r\n"u8);
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _body);
}
