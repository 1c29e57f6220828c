using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Answers;

/// <summary>
/// What was answered to requests that may be repeated and that belong to no single complaint; those of a complaint lie with it. Such a request changes
/// nothing when it is carried out twice, so an answer that was never kept is made anew.
/// </summary>
/// <param name="answers">The table.</param>
/// <param name="hosts">The clock of the hosts, by which rows grow old.</param>
public sealed class AnswerStore(TableClient answers, TimeProvider? hosts = null)
{
    /// <summary>The longest answer that is kept, in bytes; a longer one is made anew.</summary>
    public const int MostBytes = 60 * 1024;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>What marks a request: a hash of who sent it where, and of the key they gave it.</summary>
    public static string MarkOf(string caller, string method, string path, string key) =>
        Convert.ToHexStringLower(Reference.Seed(caller, method, path, key));

    /// <summary>Notes that a request with this body is being answered, or gives back what was noted before.</summary>
    /// <param name="mark">What marks the request.</param>
    /// <param name="body">SHA-256 of its body.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<KeptAnswer> BeginAsync(string mark, string body, CancellationToken cancellationToken)
    {
        try
        {
            await answers.AddEntityAsync(new TableEntity(PartitionOf(mark), mark) { ["Body"] = body }, cancellationToken);
            return new KeptAnswer(body, null);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            var row = (await answers.GetEntityAsync<TableEntity>(PartitionOf(mark), mark, cancellationToken: cancellationToken)).Value;
            return new KeptAnswer(row.GetString("Body"), row.GetInt32("Status") is { } status
                ? new SaidAnswer(status, row.GetString("Location"), row.GetBinary("Json"))
                : null);
        }
    }

    /// <summary>Keeps what was answered.</summary>
    public Task EndAsync(string mark, string body, SaidAnswer said, CancellationToken cancellationToken) => answers.UpsertEntityAsync(
        new TableEntity(PartitionOf(mark), mark) { ["Body"] = body, ["Status"] = said.Status, ["Location"] = said.Location, ["Json"] = said.Json },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>Removes what is older than seven days, and counts it.</summary>
    public async Task<int> TidyUpAsync(CancellationToken cancellationToken)
    {
        var old = (hosts ?? TimeProvider.System).GetUtcNow() - KeptFor;
        var removed = 0;

        await foreach (var row in answers.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"Timestamp lt {old}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            await answers.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
            removed++;
        }

        return removed;
    }

    private static string PartitionOf(string mark) => mark[..1].ToUpper(CultureInfo.InvariantCulture);
}

/// <summary>What is known of a request.</summary>
/// <param name="Body">SHA-256 of the body it was first sent with.</param>
/// <param name="Said">What was answered; null if that is not known.</param>
public sealed record KeptAnswer(string Body, SaidAnswer? Said);

/// <summary>An answer.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Location">Its header <c>Location</c>, if it had one.</param>
/// <param name="Json">Its body.</param>
public sealed record SaidAnswer(int Status, string? Location, byte[] Json);
