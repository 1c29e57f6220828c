using Complaints.Domain;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket;

/// <summary>What is answered where a caller names a law that is not there.</summary>
internal static class UnknownLaw
{
    public static Refusal Unknown(this LawShelf shelf, string asked) => new(
        "rulebook.unknown",
        $"There is no rulebook '{asked}'. There are: {string.Join(", ", shelf.Known.Select(each => each.Version))}.",
        Field: "rulebook");
}
