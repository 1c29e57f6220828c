using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.SetHold;

/// <summary>What the form about a legal hold asks: why it is set, or where one stands, why it is lifted.</summary>
internal static class HoldFields
{
    public static ShortForm Form(Words words) => new("hold", (complaint, _) =>
    [
        new FormPart(null,
        [
            new("reason", FieldKind.FewChoices) { Word = "why", IsNeeded = true, Options = words.Options("HoldReason", complaint.IsHeld ? Erasure.Lifts : Erasure.Holds) },
        ]),
    ])
    {
        For = Roles.Coordinator | Roles.Administrator,
        What = (complaint, _) => words[complaint.IsHeld ? "hold.stands" : "hold.what"],
        Closed = (complaint, _) => complaint.IsErased ? Erasure.Done : null,
    };

    /// <summary>Whether a reason is one for setting a hold; each is for one of both.</summary>
    public static bool IsToSet(string reason) => Erasure.Holds.Contains(reason);
}
