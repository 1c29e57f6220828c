using System.Collections.Concurrent;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Faults;

/// <summary>What was promised in one election: every answer that says that something is on record, under the mark it was sent with.</summary>
internal sealed class Ledger(Election election)
{
    public Election Election => election;

    /// <summary>Marks that were answered with 2xx, with the complaint and its version; no version of an imported row.</summary>
    public ConcurrentDictionary<string, (string Complaint, int Version)> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>Marks that were refused: nothing of them may be found.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>What was told to the vault, by complaint and item.</summary>
    public ConcurrentDictionary<(string Complaint, string Item), string> Texts { get; } = new();

    /// <summary>Documents by complaint and number: the hash of their bytes, and their name.</summary>
    public ConcurrentDictionary<(string Complaint, int Number), (string Sha256, string Name)> Documents { get; } = new();

    /// <summary>Stated figures, by their source.</summary>
    public ConcurrentDictionary<string, byte> Figures { get; } = new(StringComparer.Ordinal);

    /// <summary>Who was named in the election's team.</summary>
    public ConcurrentDictionary<string, byte> Members { get; } = new(StringComparer.Ordinal);

    public void Keep(string mark, string complaint, int version) => Assert.True(Kept.TryAdd(mark, (complaint, version)), $"{mark} was answered twice.");
}
