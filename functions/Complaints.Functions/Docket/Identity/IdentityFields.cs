using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.Identity;

/// <summary>What the form asks by which somebody opens who is behind a complaint. Where nothing may be opened, it says why.</summary>
internal static class IdentityFields
{
    public static ShortForm Form(Words words) => new("identity", (complaint, caller) => Of(complaint, caller, words))
    {
        Held = (complaint, caller) => complaint.KeptBy == caller.Pseudonym ? new Dictionary<string, string> { ["purpose"] = VaultRead.OwnComplaint } : [],
        Closed = (complaint, _) => complaint.WhySealed(VaultRead.OwnComplaint),
    };

    private static FormPart[] Of(Complaint complaint, Caller caller, Words words)
    {
        var kinds = VaultItem.Kinds.Where(each => each is not VaultItem.Retaliation || caller.ReadsRetaliation(complaint.Law.Election.Id));
        return
        [
            new FormPart(null,
            [
                PurposeField.For(complaint, caller, words),
                new("items", FieldKind.Choices) { Options = words.Options("VaultItem", kinds) },
            ]),
        ];
    }
}
