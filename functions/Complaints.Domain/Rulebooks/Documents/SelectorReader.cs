namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads the cases a limit applies to.</summary>
internal static class SelectorReader
{
    public static Selector Read(Element element, Draft draft)
    {
        element.Only("forum", "matter", "target", "challengedActor", "subject", "phase", "reason", "receivedOn", "viaWindow");
        Draft.Refer(element, "forum", draft.Forums);
        Draft.Listed(element, "challengedActor", draft.Actors);
        Draft.Listed(element, "subject", draft.Library.Taxonomies.Subjects);
        Draft.Listed(element, "phase", Selector.Phases);
        Draft.Listed(element, "reason", Selector.Reasons);
        Draft.Listed(element, "receivedOn", ["electionDay"]);

        return new Selector
        {
            Forum = element.Texts("forum"),
            Matter = element.ListOf<Matter>("matter"),
            Target = element.ListOf<Target>("target"),
            ChallengedActor = element.Texts("challengedActor"),
            Subject = element.Texts("subject"),
            Phase = element.Texts("phase"),
            Reason = element.Texts("reason"),
            OnElectionDay = element.Has("receivedOn"),
            ViaWindow = element.Texts("viaWindow"),
        };
    }
}
