using NodaTime;

namespace Complaints.Domain.Docket;

// What may be done with what the vault keeps of it: consent, legal hold, erasure.
public sealed partial class Complaint
{
    /// <summary>Whether its names, texts and documents were erased.</summary>
    public bool IsErased => History.Any(each => each.What is Erased);

    /// <summary>Whether a legal hold stands.</summary>
    public bool IsHeld => History.LastOrDefault(each => each.What is HoldSet or HoldLifted)?.What is HoldSet;

    /// <summary>Whether anybody is still told of its deadlines.</summary>
    public bool IsFollowed => ConsentTo(Consent.Tracking) is not false && !IsErased;

    /// <summary>The purposes to which the party's consent was withdrawn.</summary>
    public IReadOnlyList<string> Withdrawn => [.. Consent.Purposes.Where(purpose => ConsentTo(purpose) is false)];

    /// <summary>The items of the vaults that its events stand behind.</summary>
    public IEnumerable<string> VaultItems => [.. Documents.Select(each => each.VaultItem), .. History.Select(each => (each.What as FactNoted)?.VaultItem).OfType<string>()];

    /// <summary>Whether an item is one that an event must stand behind.</summary>
    public static bool IsVaultItem(string item) =>
        item.StartsWith(DocumentAdded.FileNames, StringComparison.Ordinal) || item.StartsWith(FactNoted.Notes, StringComparison.Ordinal);

    /// <summary>Whether the party consents to a purpose, by what it said last; null while nobody has spoken of it.</summary>
    public bool? ConsentTo(string purpose) => History
        .Where(each => (each.What is ConsentGiven given && given.Purpose == purpose) || (each.What is ConsentWithdrawn withdrawn && withdrawn.Purpose == purpose))
        .OrderBy(each => each.At)
        .ThenBy(each => each.Seq)
        .Select(each => (bool?)(each.What is ConsentGiven))
        .LastOrDefault();

    /// <summary>Why what the vault keeps of it is not opened for a purpose; null if it is.</summary>
    public Refusal? WhySealed(string purpose) =>
        IsErased ? Erasure.Done
        : ConsentTo(Consent.Tracking) is false ? Consent.Withdrawn(Consent.Tracking)
        : purpose is not VaultRead.Counsel ? null
        : ConsentTo(Consent.SharingWithCounsel) switch
        {
            true => null,
            false => Consent.Withdrawn(Consent.SharingWithCounsel),
            null => Consent.NotGiven(Consent.SharingWithCounsel),
        };

    /// <summary>Why its record does not leave the tracker; null if it may.</summary>
    public Refusal? WhyKeptHere() => Withdrawn.FirstOrDefault(each => each is Consent.Tracking or Consent.Publishing) is { } purpose
        ? Consent.Withdrawn(purpose)
        : null;

    /// <summary>Keeps what the party said about a purpose.</summary>
    public Result<Change> Hear(string purpose, bool isGiven, string way, Instant at, Instant now, string by) =>
        at > now ? Refusals.InFuture(at, now) : Append(isGiven ? new ConsentGiven(purpose, way) : new ConsentWithdrawn(purpose, way), at, now, by);

    /// <summary>Sets a legal hold, or lifts it.</summary>
    public Result<Change> Hold(bool isSet, string reason, Instant now, string by) =>
        isSet == IsHeld ? isSet ? Erasure.AlreadyHeld : Erasure.NotHeld
        : IsErased ? Erasure.Done
        : Append(isSet ? new HoldSet(reason) : new HoldLifted(reason), now, now, by);

    /// <summary>Erases who is behind it and what they told, for good.</summary>
    public Result<Change> Erase(string reason, Instant now, string by) =>
        IsErased ? Erasure.Done
        : IsHeld ? Erasure.Held
        : Proceedings.FirstOrDefault(each => each.IsOpen) is { } open ? Erasure.Pending(open)
        : Append(new Erased(reason), now, now, by);

    private Result<Change> Append(Happening what, Instant at, Instant now, string by) =>
        Appending.To(this, [new DocketEvent(Version + 1, at, now, by, null, what)], now, by);
}
