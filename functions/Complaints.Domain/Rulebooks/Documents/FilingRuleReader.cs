namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads the rules of standing and form.</summary>
internal static class FilingRuleReader
{
    public static StandingRule Standing(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "id", "appliesTo", "who", "complainantType", "parliament", "says"]);
        Draft.Listed(element, "complainantType", draft.Library.Taxonomies.ComplainantTypes);
        var who = element.Code<WhoMayFile>("who");
        var scope = ScopeOf(element, draft);

        if (element.Has("complainantType") != (who == WhoMayFile.Listed))
        {
            element.Fault("value", "complainantType", "Types of complainants go with who: listed, and only with it.");
        }

        if (element.Has("parliament") && who != WhoMayFile.OfficeHolders)
        {
            element.Fault("value", "parliament", "A parliament goes with who: officeHolders, and only with it.");
        }

        if (who == WhoMayFile.OfficeHolders && scope.Forum.Count == 0)
        {
            element.Fault("missing", "appliesTo.forum", "The office holders are those of a forum: name it.");
        }

        return new StandingRule
        {
            Id = element.Text("id"),
            Scope = scope,
            Who = who,
            ComplainantTypes = element.Texts("complainantType"),
            Parliament = ParliamentOf(element, draft),
            Says = element.Wording("says"),
            Footing = FootingReader.Read(element, draft),
        };
    }

    public static FormRule Form(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "id", "appliesTo", "required", "recommended", "says"]);
        var elements = draft.Library.Taxonomies.FormElements;
        Draft.Listed(element, "required", elements);
        Draft.Listed(element, "recommended", elements);
        var rule = new FormRule
        {
            Id = element.Text("id"),
            Scope = ScopeOf(element, draft),
            Required = element.Texts("required"),
            Recommended = element.Texts("recommended"),
            Says = element.Wording("says"),
            Footing = FootingReader.Read(element, draft),
        };

        if (rule.Required.Count > 0 && rule.Footing.Basis.Count == 0)
        {
            element.Fault("basis", "required", "What is required must be read somewhere: without a source it is recommended.");
        }

        return rule;
    }

    private static Scope ScopeOf(Element parent, Draft draft)
    {
        if (parent.Need("appliesTo")?.Only("forum", "matter", "complainantType", "challengedActor", "challengedActKind", "subject") is not { } element)
        {
            return new Scope();
        }

        var lists = draft.Library.Taxonomies;
        Draft.Refer(element, "forum", draft.Forums);
        Draft.Listed(element, "matter", lists.Matters);
        Draft.Listed(element, "complainantType", lists.ComplainantTypes);
        Draft.Listed(element, "challengedActor", draft.Actors);
        Draft.Listed(element, "challengedActKind", lists.ChallengedActKinds);
        Draft.Listed(element, "subject", lists.Subjects);

        return new Scope
        {
            Forum = element.Texts("forum"),
            Matter = element.Texts("matter"),
            ComplainantType = element.Texts("complainantType"),
            ChallengedActor = element.Texts("challengedActor"),
            ChallengedActKind = element.Texts("challengedActKind"),
            Subject = element.Texts("subject"),
        };
    }

    private static ParliamentMembers? ParliamentOf(Element element, Draft draft)
    {
        if (element.TextOrNull("parliament") is not { } name)
        {
            return null;
        }

        var parliament = draft.Library.Taxonomies.Parliaments.FirstOrDefault(each => each.Election == name);

        if (parliament is null)
        {
            element.Fault("reference", "parliament", $"The members of no parliament {name} are counted.");
        }

        return parliament;
    }
}
