using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.Print;

/// <summary>What is asked before the document for a forum is made: it says who complains, so what for, as with whatever is sealed.</summary>
internal static class PaperFields
{
    public static ShortForm Form(Words words) => new("paper", (complaint, caller) =>
    [
        new FormPart(null,
        [
            new("forum", FieldKind.Choice) { Options = words.Forums(complaint.Law.Rulebook.Forums.Where(each => each.Instance is not null)) },
            new("language", FieldKind.FewChoices) { IsNeeded = true, Options = [.. Languages.All.Select(each => new FormOption(each.Tag, each.Name, Tag: each.Tag))] },
            PurposeField.For(complaint, caller, words),
        ]),
    ])
    {
        Held = (complaint, caller) =>
        {
            var held = new Dictionary<string, string> { ["language"] = Languages.TagOf(Words.Language) };

            if (complaint.Addressee is { } forum)
            {
                held["forum"] = forum.Id;
            }

            if (complaint.KeptBy == caller.Pseudonym)
            {
                held["purpose"] = VaultRead.OwnComplaint;
            }

            return held;
        },
        Closed = (complaint, _) => complaint.WhySealed(VaultRead.OwnComplaint),
    };
}
