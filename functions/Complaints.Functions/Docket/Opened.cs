using Complaints.Domain.Docket;

namespace Complaints.Functions.Docket;

/// <summary>What was opened of a complaint.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Read">The read as it was written down.</param>
/// <param name="Items">What was asked for and is there.</param>
/// <param name="Texts">The texts, by where they lie in their vault; one may be missing.</param>
public sealed record Opened(Complaint Complaint, VaultRead Read, IReadOnlyList<VaultItem> Items, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The text of a kind there is one of; null if it was not opened or never given.</summary>
    public string? One(string kind) => Items.FirstOrDefault(each => each.Kind == kind) is { } item ? Texts.GetValueOrDefault(item.Sealed) : null;

    /// <summary>The texts of a kind, each with the number of its event or document.</summary>
    public IReadOnlyList<(int Number, string Text)> Many(string kind) =>
        [.. Items.Where(each => each.Kind == kind && Texts.ContainsKey(each.Sealed)).Select(each => (each.Number!.Value, Texts[each.Sealed]))];
}
