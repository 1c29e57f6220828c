using System.Text.Json;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>
/// One opening of what the vault keeps of a complaint, as it is kept for good in a chain of its own: who, when, what for and what, never what it said.
/// </summary>
/// <param name="Seq">Its place in that chain, from 1.</param>
/// <param name="At">When it was opened.</param>
/// <param name="By">Who opened it: a pseudonymous caller.</param>
/// <param name="Purpose">One of <see cref="Purposes"/>.</param>
/// <param name="Items">What was opened: <c>name</c>, <c>contact</c>, <c>narrative</c>, and by their numbers <c>note:4</c>, <c>file:1</c>, <c>document:1</c>, <c>retaliation:5</c>.</param>
public sealed record VaultRead(int Seq, Instant At, string By, string Purpose, IReadOnlyList<string> Items)
{
    /// <summary>The purpose that only the one whose complaint it is may name.</summary>
    public const string OwnComplaint = "own_complaint";

    /// <summary>The purpose that needs the party's consent to sharing with counsel.</summary>
    public const string Counsel = "counsel";

    /// <summary>What a person may open something for.</summary>
    public static readonly IReadOnlyList<string> Purposes =
        ["assist_complainant", "prepare_filing", Counsel, "verify_record", "correct_record", "legal_duty", OwnComplaint];

    /// <summary>The read as canonical JSON, which is what is hashed.</summary>
    public byte[] Canonical() => RecordJson.Canonical(JsonSerializer.SerializeToNode(this, RecordJson.Options)!.AsObject());

    /// <summary>Reads one from its canonical form.</summary>
    /// <exception cref="JsonException">The bytes are not such a read.</exception>
    public static VaultRead Read(ReadOnlySpan<byte> canonical) => JsonSerializer.Deserialize<VaultRead>(canonical, RecordJson.Options)!;
}
