using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.Erase;

/// <summary>What the form about an erasure asks.</summary>
internal static class EraseFields
{
    public static ShortForm Form(Words words) =>
        new("erase", (_, _) => [new FormPart(null, [new("reason", FieldKind.FewChoices) { Word = "why", IsNeeded = true, Options = words.Options("ErasureReason", Erasure.Reasons) }])])
        {
            For = Roles.Coordinator,
            Warns = true,
        };
}
