using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>
/// What the tracker states about a complaint as of a version, to be signed and held by somebody else: whoever cuts off or rewrites the record later is found
/// by it. It says nothing of who or what.
/// </summary>
public sealed record Receipt
{
    /// <summary>The format written here. Whatever else a key signs names another.</summary>
    public const string CurrentFormat = "receipt-2";

    /// <summary>The format before it, which did not say what was in the rulebooks; those who hold one can still prove by it what it tells.</summary>
    public const string FirstFormat = "receipt-1";

    /// <summary>The format.</summary>
    public required string Format { get; init; }

    /// <summary>The complaint's id.</summary>
    public required string Complaint { get; init; }

    /// <summary>What people read out.</summary>
    public required string Reference { get; init; }

    /// <summary>The election it belongs to.</summary>
    public required string Election { get; init; }

    /// <summary>Whether the election is there to practise on: such a receipt proves nothing that counts. Not said of any other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Training { get; init; }

    /// <summary>Id and version of the rulebook it is judged under.</summary>
    public required string Rulebook { get; init; }

    /// <summary>Every rulebook it was judged under, in the order in which it first was; null in the first format.</summary>
    public IReadOnlyList<ReceiptRulebook>? Rulebooks { get; init; }

    /// <summary>How many events there are.</summary>
    public required int Version { get; init; }

    /// <summary>The hash of the last event.</summary>
    public required string Hash { get; init; }

    /// <summary>When the tracker heard of the complaint.</summary>
    public required Instant FirstRecordedAt { get; init; }

    /// <summary>When it heard of the last event.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Every document by its number and the SHA-256 of its bytes.</summary>
    public required IReadOnlyList<ReceiptDocument> Documents { get; init; }

    /// <summary>When this was stated.</summary>
    public required Instant IssuedAt { get; init; }

    /// <summary>The name of the key it is signed with.</summary>
    public required string Key { get; init; }

    /// <summary>What is to be stated of a complaint now.</summary>
    public static Receipt Of(Complaint complaint, string hash, IEnumerable<Rulebook> rulebooks, Instant now, string key) => new()
    {
        Format = CurrentFormat,
        Complaint = complaint.Id,
        Reference = complaint.Reference,
        Election = complaint.Law.Election.Id,
        Training = complaint.Law.Election.IsTraining ? true : null,
        Rulebook = complaint.Law.Rulebook.Version,
        Rulebooks = [.. rulebooks.Select(each => new ReceiptRulebook(each.Version, each.Hash))],
        Version = complaint.Version,
        Hash = hash,
        FirstRecordedAt = complaint.History[0].RecordedAt,
        RecordedAt = complaint.History[^1].RecordedAt,
        Documents = [.. complaint.Documents.Select(each => new ReceiptDocument(each.Number, each.Sha256))],
        IssuedAt = now,
        Key = key,
    };

    /// <summary>The very bytes that are signed.</summary>
    public byte[] Canonical() => RecordJson.Canonical(JsonSerializer.SerializeToNode(this, RecordJson.Options)!.AsObject());
}

/// <summary>A document as a receipt names it.</summary>
/// <param name="Number">Its number within the complaint.</param>
/// <param name="Sha256">SHA-256 over its bytes, lower-case hexadecimal.</param>
public sealed record ReceiptDocument(int Number, string Sha256);

/// <summary>A rulebook as a receipt names it.</summary>
/// <param name="Version">Its id and version.</param>
/// <param name="Sha256">SHA-256 over its canonical document, lower-case hexadecimal.</param>
public sealed record ReceiptRulebook(string Version, string Sha256);
