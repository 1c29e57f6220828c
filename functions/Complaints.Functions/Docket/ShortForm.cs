using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket;

/// <summary>A short form about one complaint.</summary>
/// <param name="About">The last part of its address, and the first of its words.</param>
/// <param name="Parts">What it asks of this complaint, and of this caller.</param>
internal sealed record ShortForm(string About, Func<Complaint, Caller, IReadOnlyList<FormPart>> Parts)
{
    /// <summary>Whom it is for; null if for whoever may open the complaint.</summary>
    public Roles? For { get; init; }

    /// <summary>What it is called, where its words do not say.</summary>
    public string? Title { get; init; }

    /// <summary>What is said of it above its fields, where its words do not say.</summary>
    public Func<Complaint, Caller, string>? What { get; init; }

    /// <summary>What its button says, where its words do not say.</summary>
    public string? Send { get; init; }

    /// <summary>What it holds before anything is filled in.</summary>
    public Func<Complaint, Caller, IEnumerable<KeyValuePair<string, string>>> Held { get; init; } = (_, _) => [];

    /// <summary>Why it is not offered; null where it is.</summary>
    public Func<Complaint, Caller, Refusal?> Closed { get; init; } = (_, _) => null;

    /// <summary>Whether its button warns: what it does cannot be undone.</summary>
    public bool Warns { get; init; }

    /// <summary>Whether it is taken only for the version that was shown.</summary>
    public bool IsOfVersion { get; init; }
}
