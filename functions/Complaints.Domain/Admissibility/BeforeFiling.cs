using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Admissibility;

/// <summary>Looks at a filing before it is made: the right forum, standing, time, form, and complaint or application. It warns and never blocks.</summary>
public static class BeforeFiling
{
    /// <summary>What the law says of this filing; refused only where the question itself makes no sense.</summary>
    public static Result<Opinion> Check(Rulebook rulebook, FilingFacts facts)
    {
        if (rulebook.FindForum(facts.Forum) is not { } forum)
        {
            return new Refusal("forum.unknown", $"{rulebook.Version} has no forum {facts.Forum}.", Field: "forum");
        }

        if (facts.ForumZone is { } zone && !forum.Zone.Allows(zone))
        {
            return new Refusal("forum.zone-differs", $"{forum.Id} lives by {forum.Zone.ZoneId}, not {zone.Id}.", Field: "forumZone");
        }

        if (facts.ChallengedActor is { } actor && !rulebook.KnowsActor(actor))
        {
            return new Refusal("actor.unknown", $"{rulebook.Version} knows no '{actor}' whose act could be challenged.", Field: "challengedActor");
        }

        if (LimitFacts.IsOut(facts.At) || LimitFacts.IsOut(facts.CountedFrom) || facts.ElectionDay is { Year: < 1971 or > 2199 })
        {
            return new Refusal(
                "date.out-of-range", "Only moments from 1971 to 2199 are counted.",
                Field: LimitFacts.IsOut(facts.At) ? "at" : LimitFacts.IsOut(facts.CountedFrom) ? "countedFrom" : "electionDay");
        }

        var asked = new Question(rulebook, forum, facts);
        var here = asked.TimeAt(forum);

        return here.IsElectionDayMissing
            ? new Refusal("election-day.missing", "'electionDay' is needed: which day it is, or null where there is no election.", Field: "electionDay")
            : new Opinion([ForumCheck.Of(asked), StandingCheck.Of(asked), TimeCheck.Of(asked, here), FormCheck.Of(asked), KindCheck.Of(asked)], facts.At)
            {
                Deadline = asked.IsComplaintByContent ? asked.AsComplaint.TimeAt(forum).Deadline : here.Deadline,
            };
    }
}
