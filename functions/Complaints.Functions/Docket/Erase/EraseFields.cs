using Complaints.Domain.Docket;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.Erase;

/// <summary>What the form about an erasure asks.</summary>
internal static class EraseFields
{
    public const string About = "erase";

    public static IReadOnlyList<FormPart> Of(Words words) =>
        [new FormPart(null, [new("reason", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("ErasureReason", Erasure.Reasons) }])];
}
