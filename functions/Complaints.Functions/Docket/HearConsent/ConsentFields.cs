using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.HearConsent;

/// <summary>What the form about consent asks.</summary>
internal static class ConsentFields
{
    public static ShortForm Form(Words words) => new("consent", (_, _) =>
    [
        new FormPart(null,
        [
            new("purpose", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("ConsentPurpose", Domain.Docket.Consent.Purposes) },
            new("given", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("YesNo", ["true", "false"]) },
            new("at", FieldKind.Moment) { IsNeeded = true },
            new("way", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("ConsentWay", Domain.Docket.Consent.Ways) },
        ]),
    ]);
}
