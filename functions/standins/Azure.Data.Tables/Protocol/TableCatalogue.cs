using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Protocol;

/// <summary>The requests that make, list and remove whole tables.</summary>
internal static class TableCatalogue
{
    public static async Task<Response<TableItem>> CreateAsync(TablePipeline pipeline, string name, CancellationToken cancellationToken)
    {
        var response = await pipeline.SendAsync(Creation(pipeline, name), cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new TableItem(name), response);
    }

    /// <summary>A table that exists is no error: the answer's status is then 409.</summary>
    public static async Task<Response<TableItem>> CreateIfNotExistsAsync(
        TablePipeline pipeline, string name, CancellationToken cancellationToken)
    {
        var request = Creation(pipeline, name) with { Prefer = TableRequest.ReturnNoContent, Tolerated = 409 };
        var response = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);

        if (response.Status == 409)
        {
            var refusal = new RequestFailedException(response, null, ODataErrorParser.Shared);
            if (refusal.ErrorCode is { } code && code == TableErrorCode.TableBeingDeleted)
            {
                throw refusal;
            }
        }

        return Response.FromValue(new TableItem(name), response);
    }

    /// <summary>A table that is not there is no error: the answer's status is then 404.</summary>
    public static Task<Response> DeleteAsync(TablePipeline pipeline, string name, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            new(RequestMethod.Delete, TableAddress.OfTableItem(pipeline.Account, name)) { Accept = "application/json", Tolerated = 404 },
            cancellationToken);

    public static async Task<Page<TableItem>> ListAsync(
        TablePipeline pipeline, string filter, string after, int? max, CancellationToken cancellationToken)
    {
        var address = TableAddress.OfQuery(
            $"{pipeline.Account}/Tables",
            ("$top", max?.ToString(CultureInfo.InvariantCulture)),
            ("$filter", filter),
            ("NextTableName", after));
        var response = await pipeline.SendAsync(new(RequestMethod.Get, address), cancellationToken).ConfigureAwait(false);
        using var answer = JsonDocument.Parse(response.Content);
        var tables = answer.RootElement.GetProperty("value").EnumerateArray()
            .Select(table => new TableItem(table.GetProperty("TableName").GetString()))
            .ToList();
        return Page<TableItem>.FromValues(
            tables, response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next) ? next : null, response);
    }

    private static TableRequest Creation(TablePipeline pipeline, string name)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("TableName", name);
        json.WriteEndObject();
        json.Flush();
        return new(RequestMethod.Post, $"{pipeline.Account}/Tables") { Body = body.WrittenMemory };
    }
}
