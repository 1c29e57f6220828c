using Complaints.Domain.Docket;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Storage.Docket;

/// <summary>The keys of the table <c>docket</c>. A complaint and all it owns lie in one partition, so one transaction saves them.</summary>
internal static class Keys
{
    public const string Shards = "0123456789abcdef";

    private static readonly InstantPattern Compact = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfff'Z'");

    public static string Partition(string election, char shard) => $"{election}~{shard}";

    public static string Partition(Election election, Reference reference) => Partition(election.Id, reference.Shard);

    /// <exception cref="InvalidOperationException">The complaint's id is no reference.</exception>
    public static string Partition(Complaint complaint) => Reference.Parse(complaint.Id).IsAllowed(out var reference)
        ? Partition(complaint.Law.Election, reference)
        : throw new InvalidOperationException($"'{complaint.Id}' is no complaint id.");

    public static string Head(string id) => $"c:{id}";

    public static string Event(string id, int seq) => $"h:{id}:{seq:D6}";

    public static string Read(string id, int seq) => $"v:{id}:{seq:D6}";

    public static string EndOfReads(string id) => $"v:{id}";

    public static string Erasing(string id) => $"e:{id}";

    public static string WakeUp(Instant at, string id) => $"w:{Text(at)}:{id}";

    public static string News(Instant savedAt, string id) => $"n:{Text(savedAt)}:{id}";

    public static string Outbox(Instant at, string alert) => $"o:{Text(at)}:{alert}";

    public static string Delivered(string id, Instant at, string alert) => $"a:{id}:{Text(at)}:{alert}";

    public static string Answer(string key) => $"k:{key}";

    /// <summary>An instant inside a key: UTC to the millisecond, cut and not rounded, so that order is kept.</summary>
    public static string Text(Instant at) => Compact.Format(at);

    public static Instant Instant(string text) => Compact.Parse(text).Value;

    /// <summary>The instant in a text that should be one; null if it is none.</summary>
    public static Instant? Read(string? text) => text is not null && Compact.Parse(text) is { Success: true, Value: var at } ? at : null;

    /// <summary>An instant as a key gives it back.</summary>
    public static Instant Cut(Instant at) => Instant(Text(at));

    /// <summary>A range of row keys in one partition: from (inclusive) to (exclusive).</summary>
    public static string Range(string partition, string from, string to) =>
        Azure.Data.Tables.TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
}
