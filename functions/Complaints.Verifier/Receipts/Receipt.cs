using System.IO;
using System.Text.Json;
using Complaints.Verifier.Chains;

namespace Complaints.Verifier.Receipts;

/// <summary>What a tracker stated on some day and signed: so many events there were, and that was the hash of the last.</summary>
internal sealed record Receipt(
    string Format,
    string Complaint,
    string Reference,
    string Election,
    string Rulebook,
    int Version,
    string Hash,
    string FirstRecordedAt,
    string RecordedAt,
    IReadOnlyList<ReceiptDocument> Documents,
    string IssuedAt,
    string Key,
    IReadOnlyList<ReceiptRulebook>? Rulebooks = null,
    bool? Training = null)
{
    /// <summary>The format before this one names no rulebook by its content; what it tells it still proves.</summary>
    private const string FirstFormat = "receipt-1";
    private const string CurrentFormat = "receipt-2";

    /// <summary>The bytes that were signed.</summary>
    public ReadOnlyMemory<byte> Signed { get; private init; }

    /// <summary>The signature, in base64url.</summary>
    public string Signature { get; private init; } = "";

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is no receipt.</exception>
    public static Receipt Read(string path) => Read(File.ReadAllBytes(path));

    /// <exception cref="JsonException">It is no receipt.</exception>
    public static Receipt Read(byte[] file)
    {
        var whole = Parse(() => JsonSerializer.Deserialize<SignedReceipt>(file, Reading.Strict));
        var receipt = Parse(() => whole.Receipt.Deserialize<Receipt>(Reading.Strict));
        return receipt is { Version: > 0 } and ({ Format: CurrentFormat, Rulebooks: not null } or { Format: FirstFormat, Rulebooks: null })
            ? receipt with { Signed = Canonical.Of(whole.Receipt), Signature = whole.Signature }
            : throw None(null);
    }

    /// <summary>What a chain has no longer, or has otherwise.</summary>
    public IEnumerable<string> FaultsOf(IReadOnlyList<Link> links)
    {
        if (links.Count < Version)
        {
            yield return FormattableString.Invariant($"event {links.Count + 1} is missing: the receipt tells of {Version} events, the record ends after {links.Count}.");
        }
        else if (links[Version - 1].Hash != Hash)
        {
            yield return FormattableString.Invariant($"event {Version} is not the one the receipt tells of: its hash is another.");
        }
        else if (links[0].RecordedAt() != FirstRecordedAt || links[Version - 1].RecordedAt() != RecordedAt)
        {
            yield return FormattableString.Invariant($"event 1 or {Version} was not recorded when the receipt says.");
        }
    }

    private static T Parse<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw None(null);
        }
        catch (JsonException e)
        {
            throw None(e);
        }
    }

    private static JsonException None(JsonException? inner) => new("That is no receipt.", inner);

    private sealed record SignedReceipt(JsonElement Receipt, string Signature);
}

/// <summary>A document as a receipt names it.</summary>
internal sealed record ReceiptDocument(int Number, string Sha256);

/// <summary>A rulebook as a receipt names it.</summary>
internal sealed record ReceiptRulebook(string Version, string Sha256);
