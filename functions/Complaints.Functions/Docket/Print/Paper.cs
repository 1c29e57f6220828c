using Complaints.Domain;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Docket.Print;

/// <summary>The complaint as a document for a forum, in words of its own language.</summary>
public sealed record Paper
{
    /// <summary>A place to be filled in by hand.</summary>
    public const string Blank = "____________________";

    /// <summary>The complaint.</summary>
    public required Complaint Complaint { get; init; }

    /// <summary>The read under which its opening was written down.</summary>
    public required VaultRead Read { get; init; }

    /// <summary>The tag of its language.</summary>
    public required string Tag { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>To whom, from whom and against whom.</summary>
    public required IReadOnlyList<PaperLine> Head { get; init; }

    /// <summary>The parts, in order.</summary>
    public required IReadOnlyList<PaperPart> Parts { get; init; }

    /// <summary>Its last lines: date and signature.</summary>
    public required IReadOnlyList<PaperLine> Foot { get; init; }

    /// <summary>The elements of form that are missing or are filled in by hand, in the language of the page.</summary>
    public required IReadOnlyList<PaperGap> Gaps { get; init; }
}

/// <summary>A line of a document.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Says">What it says.</param>
public sealed record PaperLine(string Label, string Says);

/// <summary>A part of a document.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Says">Its paragraphs.</param>
/// <param name="IsList">Whether they are a numbered list.</param>
public sealed record PaperPart(string Heading, IReadOnlyList<string> Says, bool IsList = false)
{
    /// <summary>The citation in it that exists in English only; null if there is none.</summary>
    public string? InEnglish { get; init; }
}

/// <summary>An element of form that the document still lacks.</summary>
/// <param name="Element">Its name.</param>
/// <param name="IsRequired">Whether a source requires it; otherwise caution does.</param>
/// <param name="Citation">The source; null if caution alone asks for it.</param>
public sealed record PaperGap(string Element, bool IsRequired, Text? Citation);
