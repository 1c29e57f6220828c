using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket;

/// <summary>The field that asks what something sealed is opened for.</summary>
internal static class PurposeField
{
    public static FormField For(Complaint complaint, Caller caller, Words words) => new("purpose", FieldKind.FewChoices)
    {
        IsNeeded = true,
        Options = words.Options("ReadPurpose", VaultRead.Purposes.Where(each => each is not VaultRead.OwnComplaint || complaint.KeptBy == caller.Pseudonym)),
    };
}
