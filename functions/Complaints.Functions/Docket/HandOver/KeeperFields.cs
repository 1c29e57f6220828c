using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.HandOver;

/// <summary>What the form of handing over asks.</summary>
internal static class KeeperFields
{
    public const string About = "keeper";

    public static IReadOnlyList<FormPart> Of(Words words, IReadOnlyList<string> colleagues) =>
    [
        new FormPart(null,
        [
            new("to", FieldKind.Choice) { IsNeeded = true, Options = [.. colleagues.Select(each => new FormOption(each, NameOf(each, words)))] },
            new("why", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("KeeperReason", Keeping.Reasons) },
        ]),
    ];

    private static string NameOf(string person, Words words) => Persona.Behind(person) is { } persona ? $"{person} ({words.Of("Persona", persona.Code)})" : person;
}
