using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.HandOver;

/// <summary>What the form of handing over asks.</summary>
internal static class KeeperFields
{
    public static ShortForm Form(Words words, IReadOnlyList<string> colleagues) => new("keeper", (_, _) =>
    [
        new FormPart(null,
        [
            new("to", FieldKind.Choice) { IsNeeded = true, Options = [.. colleagues.Select(each => new FormOption(each, NameOf(each, words)))] },
            new("why", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("KeeperReason", Keeping.Reasons) },
        ]),
    ]);

    private static string NameOf(string person, Words words) => Persona.Behind(person) is { } persona ? $"{person} ({words.Of("Persona", persona.Code)})" : person;
}
