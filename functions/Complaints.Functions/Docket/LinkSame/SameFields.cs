using Complaints.Domain.Docket;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.LinkSame;

/// <summary>What the form about two records of one complaint asks.</summary>
internal static class SameFields
{
    public static ShortForm Form(Words words) => new("same", (_, _) =>
    [
        new FormPart(null,
        [
            new("other", FieldKind.Text) { IsNeeded = true, AtMost = 40 },
            new("linked", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("YesNo", ["true", "false"]) },
            new("why", FieldKind.FewChoices)
            {
                IsNeeded = true,
                Options = words.Options("SameReason", [.. Sameness.Reasons, .. Sameness.Corrections]),
            },
        ]),
    ]);
}
