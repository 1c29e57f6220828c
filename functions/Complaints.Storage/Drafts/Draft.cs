using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace Complaints.Storage.Drafts;

/// <summary>A complaint that somebody is still writing down, as it was read: it is saved only if nobody has changed it since.</summary>
public sealed record Draft
{
    /// <summary>What names it in addresses: 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The pseudonym of whose it is; nobody else finds it.</summary>
    public required string Owner { get; init; }

    /// <summary>When it was last changed.</summary>
    public Instant ChangedAt { get; init; }

    /// <summary>The day it goes, if nothing changes in it.</summary>
    public Instant KeptUntil => ChangedAt + DraftStore.KeptFor;

    /// <summary>What is in it; nothing once it was sent or deleted.</summary>
    public DraftContent Content { get; init; } = new();

    /// <summary>Whether it was sent or deleted: its content is gone.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The complaint it became; null if none.</summary>
    public string? Complaint { get; init; }

    internal ETag Tag { get; init; }

    internal TableEntity? KeyRow { get; init; }
}

/// <summary>What was answered so far, as it was typed: right or not.</summary>
public sealed record DraftContent
{
    /// <summary>The answers by the name of their field.</summary>
    public Dictionary<string, IReadOnlyList<string>> Answers { get; init; } = [];

    /// <summary>The questions that were answered or passed over.</summary>
    public IReadOnlyList<string> Passed { get; init; } = [];

    /// <summary>The documents.</summary>
    public IReadOnlyList<DraftDocument> Documents { get; init; } = [];

    /// <summary>The last number given to a document: none is given twice.</summary>
    public int Numbered { get; init; }

    /// <summary>Whether it is being sent: then nothing in it changes, so that sending it again completes the same complaint.</summary>
    public bool IsSending { get; init; }
}

/// <summary>A document of a draft.</summary>
/// <param name="Number">Its number in the draft, from 1; a number is never given twice.</param>
/// <param name="Name">Its file name as typed.</param>
/// <param name="Sha256">SHA-256 over its bytes, lower-case hexadecimal.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Type">The media type, told from the content.</param>
public sealed record DraftDocument(int Number, string Name, string Sha256, long Size, string Type);
