using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Whether what a step brings makes legal sense, before the machine is asked whether it is open.</summary>
internal static class StepCheck
{
    /// <param name="complaint">The complaint as it is now.</param>
    /// <param name="step">What is reported.</param>
    /// <param name="from">The proceeding it is taken in, as it stood then.</param>
    /// <param name="now">The hour of recording.</param>
    public static IEnumerable<Refusal> Of(Complaint complaint, Step step, Proceeding? from, Instant now)
    {
        if (step.Kind.Crosses())
        {
            foreach (var refusal in Crossing(complaint, step))
            {
                yield return refusal;
            }
        }

        if (step.Kind is ProceduralStep.Decide)
        {
            foreach (var refusal in Deciding(step, from, now))
            {
                yield return refusal;
            }
        }

        if (step.Kind is ProceduralStep.Correct)
        {
            foreach (var refusal in Corrections.Check(complaint, step.Details, now))
            {
                yield return refusal;
            }
        }

        if (step.Kind is ProceduralStep.RecordFinal && step.Details.Source is null)
        {
            yield return new Refusal("final.source-missing", "Say where the finality is known from.", Field: "source");
        }
    }

    private static IEnumerable<Refusal> Crossing(Complaint complaint, Step step)
    {
        if (step.Details.Forum is not { } id || complaint.Law.Rulebook.FindForum(id) is not { } forum)
        {
            var known = complaint.Law.Rulebook.Forums.Where(each => each.Instance is not null).Select(each => each.Id);
            yield return new Refusal(
                "forum.unknown",
                $"The rulebook {complaint.Law.Rulebook.Id} has no forum '{step.Details.Forum}'. It has: {string.Join(", ", known)}.",
                Field: "forum");
            yield break;
        }

        if (step.Details.ForumZone is { } named && Zones.Find(named) is { } given && !forum.Zone.Allows(given))
        {
            yield return new Refusal("forum.zone-differs", $"{forum.Id} counts in {forum.Zone.ZoneId}; leave forumZone out or give that.", Field: "forumZone");
        }
        else if (forum.Zone.IsAtPlace && step.Details.ForumZone is null)
        {
            yield return new Refusal("forum.zone-missing", $"{forum.Id} sits at the place: give its time zone, for example Asia/Almaty.", Field: "forumZone");
        }
        else if (Opening.ZoneOf(forum, step.Details) is null)
        {
            yield return new Refusal("forum.zone-unknown", $"'{step.Details.ForumZone}' is not a time zone of the tz database.", Field: "forumZone");
        }
    }

    private static IEnumerable<Refusal> Deciding(Step step, Proceeding? from, Instant now)
    {
        var details = step.Details;

        if (details.Outcome is not { } outcome || !Outcomes.IsDecision(outcome))
        {
            yield return new Refusal(
                "decision.outcome-unknown",
                "A forum decides upheld, partly_upheld, dismissed_merits, dismissed_formal, superseded_by_court or, on an application, answered. Withdrawal and silence have steps of their own.",
                Field: "outcome");
            yield break;
        }

        if (outcome == Outcomes.DismissedOnForm && details.Grounds is not { Count: > 0 })
        {
            yield return new Refusal("decision.ground-missing", "A dismissal on form needs at least one ground; not_stated is one.", Field: "grounds");
        }

        if (outcome == Outcomes.Answered && from is { Matter: not Matter.Application, IsTreatedAsApplication: false })
        {
            yield return new Refusal("decision.answers-no-application", "Only an application is answered; say how the complaint was decided.", Field: "outcome");
        }

        if (outcome != Outcomes.DismissedOnForm && details.Grounds is { Count: > 0 })
        {
            yield return new Refusal(
                "decision.ground-without-dismissal", $"Grounds belong to a dismissal on form; {outcome} has none. Leave them out, or correct the outcome.", Field: "grounds");
        }

        if (!Outcomes.MayGrant(outcome) && details.Remedy?.Any(each => each != Outcomes.NoRemedy) is true)
        {
            yield return new Refusal(
                "decision.remedy-without-grant", $"{outcome} grants nothing: leave the remedy out, give none, or correct the outcome.", Field: "remedy");
        }

        if (details.ServedAt is { } served && served < step.At)
        {
            yield return new Refusal("decision.served-before-taken", "The decision cannot have been served before it was taken.", Field: "servedAt");
        }
        else if (details.ServedAt > now)
        {
            yield return Refusals.InFuture(details.ServedAt.Value, now, "servedAt");
        }

        if (details.InForceAt is { } inForce && inForce < step.At)
        {
            yield return new Refusal("decision.in-force-before-taken", "The decision cannot have come into force before it was taken.", Field: "inForceAt");
        }
        else if (details.InForceAt > now)
        {
            yield return Refusals.InFuture(details.InForceAt.Value, now, "inForceAt");
        }
    }
}
