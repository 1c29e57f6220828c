using Complaints.Domain.Admissibility;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Docket;

/// <summary>What is recorded and yet does not go together, so that somebody should look again. The record takes it: it may be what happened.</summary>
internal static class Oddities
{
    public static IEnumerable<Warning> Of(Complaint complaint, Proceeding each)
    {
        var courts = complaint.Proceedings.Where(other => other.Number != each.Number && other.Forum.Kind is ForumKind.Court).ToArray();
        var parallel = complaint.Law.Rulebook.Parallel.Footing.Citation;

        // DOMAIN: a suspended proceeding has a court sibling, or a recorded gap.
        if (each.Stage is Stage.Suspended && courts.Length == 0)
        {
            yield return Say("suspension.no-court", $"Proceeding {each.Number} is suspended, but no court is on record that has the matter.", parallel, each);
        }

        if (each.Suspended is { Until: { } until } && courts.Length > 0 && !courts.Any(court => court.Decision?.InForceAt <= until || court.Stage is Stage.Withdrawn or Stage.Closed))
        {
            yield return Say(
                "resumption.not-in-force",
                $"Proceeding {each.Number} was resumed, but no decision of the court is on record as in force by then.", parallel, each);
        }

        if (each.OpenedBy is ProceduralStep.Appeal && complaint.Proceedings.FirstOrDefault(other => other.Number == each.Parent)?.Decision?.Outcome is { } outcome
            && !IsExpected(each.By, outcome))
        {
            yield return Say("appeal.by-unexpected", $"Proceeding {each.Number} is an appeal by the side that had won ({outcome}).", null, each);
        }

        if (each.Parent is null && each.Forum.Standing.Count > 0 && Standing(complaint, each) is { Verdict: Verdict.Fail } finding)
        {
            yield return Say(finding.Code, finding.Message.English, finding.Citation, each);
        }
    }

    /// <summary>Who appeals from what: the body from a complaint upheld, the complainant from anything else; nobody from what a court has taken over.</summary>
    private static bool IsExpected(string? by, string outcome) => outcome switch
    {
        Outcomes.SupersededByCourt => false,
        Outcomes.Upheld => by is not Parties.Complainant,
        "dismissed_merits" or Outcomes.DismissedOnForm => by is not Parties.ChallengedBody,
        _ => true,
    };

    private static Finding Standing(Complaint complaint, Proceeding each) => StandingCheck.Of(new Question(complaint.Law.Rulebook, each.Forum, new FilingFacts
    {
        Forum = each.Forum.Id,
        ComplainantType = complaint.Grievance.ComplainantType,
        ChallengedActor = complaint.Grievance.ChallengedActor,
        ChallengedActKind = complaint.Grievance.ChallengedActKind,
        Subject = complaint.Grievance.Subject,
        Matter = complaint.Grievance.Matter,
        At = each.ReceivedAt,
    }));

    private static Warning Say(string code, string message, Text? citation, Proceeding each) => new(code, message, citation) { Proceeding = each.Number };
}
