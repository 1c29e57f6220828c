using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Identity;

/// <summary>The form by which somebody opens who is behind a complaint, as it is first shown and as it comes back.</summary>
internal sealed class IdentityForms(ComplaintForms forms, Words words)
{
    private const string About = "identity";

    /// <summary>The page with an empty form; where nothing may be opened, the page that says why.</summary>
    public IResult New(HttpContext http, Complaint complaint)
    {
        var isOwn = complaint.KeptBy == Caller.Of(http).Pseudonym;
        var held = isOwn ? new Dictionary<string, string> { ["purpose"] = VaultRead.OwnComplaint } : [];

        return complaint.WhySealed(VaultRead.OwnComplaint) is { } why ? Problems.From([why]) : forms.New(http, complaint, About, PartsFor(http, complaint), held);
    }

    /// <summary>The page with what was chosen and why nothing was opened.</summary>
    public IResult Again(HttpContext http, Complaint complaint, FormBody sent, IReadOnlyList<Refusal> refusals, int status) =>
        forms.Again(http, complaint, About, PartsFor(http, complaint), sent, refusals, status);

    private FormPart[] PartsFor(HttpContext http, Complaint complaint)
    {
        var caller = Caller.Of(http);
        var purposes = VaultRead.Purposes.Where(each => each is not VaultRead.OwnComplaint || complaint.KeptBy == caller.Pseudonym);
        var kinds = VaultItem.Kinds.Where(each => each is not VaultItem.Retaliation || caller.ReadsRetaliation(complaint.Law.Election.Id));
        return
        [
            new FormPart(null,
            [
                new("purpose", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("ReadPurpose", purposes) },
                new("items", FieldKind.Choices) { Options = words.Options("VaultItem", kinds) },
            ]),
        ];
    }
}
