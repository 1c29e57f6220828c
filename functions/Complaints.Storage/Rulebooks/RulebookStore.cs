using Azure;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Storage.Rulebooks;

/// <summary>Published rulebooks, each version once and for good.</summary>
public sealed class RulebookStore(TableClient rulebooks)
{
    private const int Attempts = 3;

    /// <summary>The refusal of a version that exists with other content.</summary>
    public static Refusal Taken(string version) =>
        new("rulebook.version-taken", $"{version} is published already and says something else. A rulebook is never replaced: give the next version.", Field: "$.version");

    /// <summary>Keeps a rulebook for good. The same again is accepted and changes nothing; another of the same version is refused.</summary>
    public async Task<Result<Rulebook>> PublishAsync(Rulebook rulebook, Instant now, string by, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await ThereAsync(RulebookRow.Key(rulebook.Version), cancellationToken) is { } published)
            {
                return RulebookRow.HashOf(published) == rulebook.Hash ? rulebook : Taken(rulebook.Version);
            }

            var calendar = RulebookRow.FromCalendar(rulebook);
            var named = calendar is null ? null : await ThereAsync(calendar.RowKey, cancellationToken);

            if (named is not null && RulebookRow.HashOf(named) != RulebookRow.HashOf(calendar!))
            {
                return new Refusal(
                    "rulebook.taken",
                    $"{rulebook.Versions.Calendar} is another calendar already; a calendar that differs has a version of its own.",
                    Field: "$.calendar.version");
            }

            if (await AddAsync([RulebookRow.From(rulebook, now, by), .. named is null && calendar is not null ? [calendar] : Array.Empty<TableEntity>()], cancellationToken))
            {
                return rulebook;
            }
        }

        throw new InvalidOperationException($"{rulebook.Version} could not be published: its rows come and go.");
    }

    /// <summary>The rulebook of this id and version; null if it was never published.</summary>
    public async Task<Rulebook?> FindAsync(string version, CancellationToken cancellationToken) =>
        RulebookVersion.Parse(version) is not null && await ThereAsync(RulebookRow.Key(version), cancellationToken) is { } row ? RulebookRow.ToRulebook(row) : null;

    /// <summary>Every version that was published.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(CancellationToken cancellationToken)
    {
        var versions = new List<string>();

        await foreach (var row in rulebooks.QueryAsync<TableEntity>(RulebookRow.All, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            versions.Add(RulebookRow.VersionOf(row));
        }

        return versions;
    }

    private async Task<TableEntity?> ThereAsync(string rowKey, CancellationToken cancellationToken)
    {
        var row = await rulebooks.GetEntityIfExistsAsync<TableEntity>(RulebookRow.Partition, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>False if one of the rows has been added meanwhile.</summary>
    private async Task<bool> AddAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await rulebooks.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status == 409)
        {
            return false;
        }
    }
}
