using Azure;
using Azure.Data.Tables;
using Complaints.Domain;
using NodaTime;

namespace Complaints.Storage.Codes;

/// <summary>The receipt codes of complaints, as slow hashes: one a complaint, under its id.</summary>
public sealed class CodeStore(TableClient codes)
{
    private const string Row = "code";

    /// <summary>How many of the requests that were answered with a code are remembered.</summary>
    private const int MostRequests = 100;

    /// <summary>The code of a complaint; null if there is none. One point read, whether there is such a complaint or not.</summary>
    public async Task<KeptCode?> FindAsync(string complaint, CancellationToken cancellationToken)
    {
        var row = await codes.GetEntityIfExistsAsync<TableEntity>(KeyPart.Check(complaint), Row, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Keeps a new code in place of the one that was read; false, and nothing is changed, where somebody else has replaced that meanwhile.</summary>
    /// <param name="complaint">The complaint's id.</param>
    /// <param name="before">The code that was read; null if there was none.</param>
    /// <param name="hash">The new one.</param>
    /// <param name="request">What marks the request that is answered with it, as a hash.</param>
    /// <param name="by">Who issues it: a pseudonym.</param>
    /// <param name="now">The hour.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> ReplaceAsync(
        string complaint, KeptCode? before, SlowHash hash, string request, string by, Instant now, CancellationToken cancellationToken)
    {
        var row = new TableEntity(KeyPart.Check(complaint), Row)
        {
            ["Salt"] = hash.Salt,
            ["Hash"] = hash.Hash,
            ["Iterations"] = hash.Iterations,
            ["Requests"] = string.Join(' ', (before?.Requests ?? []).Prepend(request).Take(MostRequests)),
            ["By"] = by,
            ["At"] = RecordJson.Text(now),
        };

        try
        {
            await (before is null ? codes.AddEntityAsync(row, cancellationToken) : codes.UpdateEntityAsync(row, before.Tag, TableUpdateMode.Replace, cancellationToken));
            return true;
        }
        catch (RequestFailedException faster) when (faster.Status is 409 or 412)
        {
            return false;
        }
    }

    private static KeptCode Read(TableEntity row) => new(
        new SlowHash(row.GetBinary("Salt"), row.GetBinary("Hash"), row.GetInt32("Iterations")!.Value), row.GetString("Requests").Split(' '), row.ETag);
}

/// <summary>The receipt code of a complaint, as it is kept.</summary>
public sealed class KeptCode
{
    internal KeptCode(SlowHash hash, IReadOnlyList<string> requests, ETag tag)
    {
        Hash = hash;
        Requests = requests;
        Tag = tag;
    }

    /// <summary>Its hash.</summary>
    public SlowHash Hash { get; }

    internal IReadOnlyList<string> Requests { get; }

    internal ETag Tag { get; }

    /// <summary>Whether this request was answered with a code: with this one, or with one that this has replaced.</summary>
    public bool Answered(string request) => Requests.Contains(request, StringComparer.Ordinal);
}
