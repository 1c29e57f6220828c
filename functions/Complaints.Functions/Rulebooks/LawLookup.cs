using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Rulebooks;

/// <summary>Finds what a question about the law names, or says what there is instead.</summary>
internal static class LawLookup
{
    /// <summary>The rulebook of this id or version.</summary>
    public static async Task<Result<Rulebook>> LookAsync(this LawShelf shelf, string? rulebook, CancellationToken cancellationToken) =>
        await shelf.FindAsync(rulebook ?? "", cancellationToken) is { } found
            ? found
            : new Refusal(
                "rulebook.unknown", $"There is no rulebook '{rulebook}'. There are: {string.Join(", ", shelf.Known.Select(each => each.Version))}.", Field: "rulebook");

    /// <summary>That there is no such rulebook, and which there are.</summary>
    public static Refusal None(this LawShelf shelf, string id) =>
        new("rulebook.none", $"There is no rulebook '{id}'. There are: {string.Join(", ", shelf.Known.Select(each => each.Version))}.", Field: "id");

    /// <summary>The forum of this code.</summary>
    public static Result<Forum> Look(this Rulebook rulebook, string? forum) => rulebook.FindForum(forum ?? "") is { } found
        ? found
        : new Refusal("forum.unknown", $"{rulebook.Id} has no forum '{forum}'. It has: {string.Join(", ", rulebook.Forums.Select(each => each.Id))}.", Field: "forum");
}
