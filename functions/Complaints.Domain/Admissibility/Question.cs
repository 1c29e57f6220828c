using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Admissibility;

/// <summary>A filing to be looked at, under the law and before the forum it is meant for.</summary>
internal sealed record Question(Rulebook Rulebook, Forum Forum, FilingFacts Facts)
{
    private const string Application = "application";

    public bool IsApplication => Facts.Matter == Application;

    /// <summary>Whether it is about one of the subjects that attack nothing.</summary>
    public bool IsAboutNoDispute => Facts.Subject?.StartsWith(Application + ".", StringComparison.Ordinal) ?? false;

    /// <summary>Whether it attacks somebody's act: by its content it is a complaint then, whatever it is called.</summary>
    public bool AttacksAnAct => Facts is { ChallengedActor: not null, ChallengedActKind: not null } && !IsAboutNoDispute;

    /// <summary>How a complaint and an application are told apart; null where the law is not known.</summary>
    public Policy? Classification => Rulebook.Policies.FirstOrDefault(policy => policy.Topic == "classification");

    /// <summary>Whether it is called an application and is a complaint by its content, where the law tells the two apart by that.</summary>
    public bool IsComplaintByContent => IsApplication && AttacksAnAct && Classification is not null;

    /// <summary>The same filing, called a complaint.</summary>
    public Question AsComplaint => this with { Facts = Facts with { Matter = null } };

    public Filing Filing => new(
        Forum.Id, Facts.Matter, Facts.ComplainantType, Facts.ChallengedActor, Facts.ChallengedActKind, Facts.Subject);

    /// <summary>The time to file with this forum, as far as it can be counted.</summary>
    public TimeToFile TimeAt(Forum forum)
    {
        // A forum at the place sits where the asked one does, or where it happened.
        var zone = forum.Zone.Fixed ?? (Forum.Zone.IsAtPlace ? Facts.ForumZone : null) ?? Facts.PlaceZone;

        if (zone is null || Facts.CountedFrom is not { } from)
        {
            return new TimeToFile(zone, null, IsElectionDayMissing: false);
        }

        var facts = new LimitFacts
        {
            Kind = LimitKind.Filing,
            Forum = forum.Id,
            ForumZone = zone,
            PlaceZone = Facts.PlaceZone,
            CountedFrom = from,
            ElectionDay = Facts.ElectionDay,
            PublishedAt = Facts.PublishedAt,
            KnownAt = Facts.KnownAt,
            DeterminedAt = Facts.DeterminedAt,
            Continuing = Facts.Continuing,
            Matter = IsApplication ? Matter.Application : null,
            ChallengedActor = Facts.ChallengedActor,
            ChallengedActKind = Facts.ChallengedActKind,
            Subject = Facts.Subject,
        };

        return !Facts.IsElectionDayGiven && Counting.Select(Rulebook, facts).IsAllowed(out var limit) && Rulebook.NeedsElectionDay(limit, forum)
            ? new TimeToFile(zone, null, IsElectionDayMissing: true)
            : new TimeToFile(zone, Counting.Count(Rulebook, facts).IsAllowed(out var deadline) ? deadline : null, IsElectionDayMissing: false);
    }
}

/// <summary>The time to file with one forum; no deadline where a fact is missing or the law gives no limit.</summary>
internal sealed record TimeToFile(DateTimeZone? Zone, Deadline? Deadline, bool IsElectionDayMissing);
