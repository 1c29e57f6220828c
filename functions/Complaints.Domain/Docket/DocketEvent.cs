using System.Text.Json.Serialization;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>One thing that happened to a complaint, as it is kept for good.</summary>
/// <param name="Seq">Its place in the order of recording, from 1.</param>
/// <param name="At">When it happened. The fold goes by this.</param>
/// <param name="RecordedAt">When the tracker heard of it.</param>
/// <param name="By">Who recorded it: a pseudonymous caller, or <see cref="Timer"/>.</param>
/// <param name="Proceeding">The proceeding it concerns; null if the complaint as a whole.</param>
/// <param name="What">What happened.</param>
public sealed record DocketEvent(int Seq, Instant At, Instant RecordedAt, string By, int? Proceeding, Happening What)
{
    /// <summary>Who records what the tracker's own clock finds due.</summary>
    public const string Timer = "timer";

    /// <summary>Whether the tracker's own clock took this step.</summary>
    public bool IsTimers => What is StepTaken { Step: var step } && step.IsTimers();
}

/// <summary>What an event says.</summary>
public abstract record Happening
{
    /// <summary>The word that names it in the history.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it is the mission's own business: who follows by receipt is not told.</summary>
    [JsonIgnore]
    public virtual bool IsOfTheMission => false;
}

/// <summary>The complaint was written down.</summary>
public sealed record Recorded(Grievance Grievance) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(Recorded);
}

/// <summary>A procedural step was taken.</summary>
public sealed record StepTaken(ProceduralStep Step, StepDetails Details) : Happening
{
    /// <inheritdoc/>
    public override string Kind => Step.ToString();
}

/// <summary>Something is known beside the steps.</summary>
public sealed record FactNoted(FactKind Fact, FactDetails Details) : Happening
{
    /// <summary>How the items begin under which the vaults keep what was told about a fact.</summary>
    public const string Notes = "note:";

    /// <inheritdoc/>
    public override string Kind => Fact.ToString();

    /// <inheritdoc/>
    public override bool IsOfTheMission => true;

    /// <summary>Under what its vault keeps the text about it; null if there is none.</summary>
    public string? VaultItem => Details.Note is { } note ? VaultItemOf(note) : null;

    /// <summary>Under what a vault keeps the text of this name.</summary>
    public static string VaultItemOf(string note) => $"{Notes}{note}";
}

/// <summary>A document was added. Its name is in the vault, its bytes in a blob.</summary>
/// <param name="Number">Its number within the complaint, from 1.</param>
/// <param name="Sha256">SHA-256 over the plain bytes, lower-case hexadecimal.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Type">The media type found in the content.</param>
/// <param name="Upload">What names this upload in the vault: its file name is its own, also where another document has the same content.</param>
/// <param name="Scan">What a virus scanner said, of <see cref="Scans"/>; null where none was asked.</param>
public sealed record DocumentAdded(int Number, string Sha256, long Size, string Type, string? Upload = null, string? Scan = null) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(DocumentAdded);

    /// <summary>How the items begin under which the vault keeps file names.</summary>
    public const string FileNames = "file:";

    /// <summary>Under what the vault keeps its file name: by its upload, so that neither two at once nor two of one content take each other's.</summary>
    public string VaultItem => $"{FileNames}{Upload ?? Sha256[..32]}";
}

/// <summary>A virus scanner has spoken about a document that waited for it.</summary>
/// <param name="Document">The number of the document.</param>
/// <param name="Scan">The verdict, of <see cref="Scans"/>.</param>
/// <param name="Found">What the scanner calls what it found; null if it found nothing.</param>
public sealed record DocumentScanned(int Document, string Scan, string? Found = null) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(DocumentScanned);
}

/// <summary>A timer's step no longer holds, because something that happened before it became known.</summary>
/// <param name="Event">The sequence number of the event taken back.</param>
/// <param name="Why">A stable code: what made it untrue.</param>
public sealed record Retracted(int Event, string Why) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(Retracted);
}

/// <summary>The complaint is judged under another rulebook version. From here on its whole history is read under that.</summary>
/// <param name="From">The version it was pinned to.</param>
/// <param name="To">The version it is pinned to now.</param>
/// <param name="Why">What made it necessary: a reason given, or the places in which the law differs.</param>
public sealed record Repinned(string From, string To, string Why) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(Repinned);

    /// <summary>The rulebook version that a complaint with this history is judged under.</summary>
    public static string PinOf(IReadOnlyList<DocketEvent> history) =>
        history.Select(each => each.What).OfType<Repinned>().LastOrDefault()?.To ?? FirstPinOf(history);

    /// <summary>Every rulebook version that a complaint with this history was judged under, in order, each once.</summary>
    public static IReadOnlyList<string> PinsOf(IReadOnlyList<DocketEvent> history) =>
        [.. history.Select(each => each.What).OfType<Repinned>().Select(each => each.To).Prepend(FirstPinOf(history)).Distinct()];

    private static string FirstPinOf(IReadOnlyList<DocketEvent> history) => ((Recorded)history[0].What).Grievance.Rulebook;
}
