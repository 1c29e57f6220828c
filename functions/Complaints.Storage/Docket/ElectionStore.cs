using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Statistics;

namespace Complaints.Storage.Docket;

/// <summary>The elections, and the figures that somebody stated about them. They are few: all are kept in memory for a while.</summary>
public sealed class ElectionStore(TableClient elections, TimeProvider time) : IDisposable
{
    private const string Partition = "elections";

    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim filling = new(1, 1);
    private volatile Kept? kept;

    /// <summary>Every election, by id. One held elsewhere for less than ten minutes may be missing.</summary>
    public async Task<IReadOnlyList<Election>> AllAsync(CancellationToken cancellationToken)
    {
        if (kept is { } fresh && time.GetElapsedTime(fresh.ReadAt) < FreshFor)
        {
            return fresh.All;
        }

        await filling.WaitAsync(cancellationToken);

        try
        {
            if (kept is { } filled && time.GetElapsedTime(filled.ReadAt) < FreshFor)
            {
                return filled.All;
            }

            var all = new List<Election>();

            await foreach (var row in elections.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
            {
                // A row that only holds a code taken says nothing by itself.
                if (row.GetString("Election") is { } election)
                {
                    all.Add(JsonSerializer.Deserialize<Election>(election, RecordJson.Options)!);
                }
            }

            // None at all is the start of a mission: the first election is not to be waited for.
            kept = all.Count > 0 ? new Kept(all, time.GetTimestamp()) : null;
            return all;
        }
        finally
        {
            filling.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => filling.Dispose();

    /// <summary>Asks the table for one row, to learn whether it answers.</summary>
    public async Task PingAsync(CancellationToken cancellationToken) =>
        await elections.GetEntityIfExistsAsync<TableEntity>(Partition, "ping", cancellationToken: cancellationToken);

    /// <summary>The election of this name; null if there is none.</summary>
    public async Task<Election?> FindAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(each => each.Id == id, cancellationToken);

    /// <summary>The election whose references begin with this code; null if there is none.</summary>
    public async Task<Election?> FindByCodeAsync(string code, CancellationToken cancellationToken) =>
        await FindAsync(each => string.Equals(each.Code, code, StringComparison.OrdinalIgnoreCase), cancellationToken);

    /// <summary>Keeps a new election; false, and nothing is changed, where its name or its code is another's. The same election again is the same.</summary>
    public async Task<bool> AddAsync(Election election, CancellationToken cancellationToken)
    {
        if (await FindByCodeAsync(election.Code, cancellationToken) is { } there)
        {
            return there == election;
        }

        try
        {
            await elections.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.Add, Row(election)),
                    new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(Partition, CodeOf(election))),
                ],
                cancellationToken);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            // Another's, or our own from a first try whose answer was lost.
            kept = null;
            return await FindAsync(election.Id, cancellationToken) == election;
        }

        kept = null;
        return true;
    }

    /// <summary>Keeps an election; one of the same name is replaced.</summary>
    public async Task SaveAsync(Election election, CancellationToken cancellationToken)
    {
        await elections.UpsertEntityAsync(Row(election), TableUpdateMode.Replace, cancellationToken);
        kept = null;
    }

    /// <summary>Keeps a stated figure; the same figure of the same source is replaced.</summary>
    public async Task SaveAsync(string election, ReportedFigure figure, CancellationToken cancellationToken)
    {
        var row = new TableEntity(election, Convert.ToHexStringLower(Reference.Seed(figure.Measure, figure.Filter ?? "", figure.Source).AsSpan(0, 12)))
        {
            ["Figure"] = JsonSerializer.Serialize(figure, RecordJson.Options),
        };
        await elections.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The figures stated about an election.</summary>
    public async Task<IReadOnlyList<ReportedFigure>> ReportedAsync(string election, CancellationToken cancellationToken)
    {
        var figures = new List<ReportedFigure>();

        await foreach (var row in elections.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {election}"), cancellationToken: cancellationToken))
        {
            figures.Add(JsonSerializer.Deserialize<ReportedFigure>(row.GetString("Figure"), RecordJson.Options)!);
        }

        return figures;
    }

    /// <summary>Looks again in the table before saying that there is none: another host may have added it.</summary>
    private async Task<Election?> FindAsync(Func<Election, bool> which, CancellationToken cancellationToken)
    {
        if ((await AllAsync(cancellationToken)).FirstOrDefault(which) is { } known)
        {
            return known;
        }

        kept = null;
        return (await AllAsync(cancellationToken)).FirstOrDefault(which);
    }

    private static TableEntity Row(Election election) =>
        new(Partition, election.Id) { ["Election"] = JsonSerializer.Serialize(election, RecordJson.Options) };

    private static string CodeOf(Election election) => $"~{election.Code.ToUpperInvariant()}";

    private sealed record Kept(IReadOnlyList<Election> All, long ReadAt);
}
