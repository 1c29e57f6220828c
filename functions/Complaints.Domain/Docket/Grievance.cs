using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>What is complained about, as first written down. Holds no identity: names, contacts and the narrative lie in the vault.</summary>
public sealed record Grievance
{
    /// <summary>The election it belongs to.</summary>
    public required string Election { get; init; }

    /// <summary>The rulebook version it is judged under, for example <c>KZ-2020@1</c>.</summary>
    public required string Rulebook { get; init; }

    /// <summary>Complaint or application, by its content: <c>complaint</c>, <c>application</c>.</summary>
    public required string Matter { get; init; }

    /// <summary>What kind of party files it.</summary>
    public string? ComplainantType { get; init; }

    /// <summary>The pseudonym by which the register knows the party.</summary>
    public string? Complainant { get; init; }

    /// <summary>Whose act is challenged: a forum of the rulebook or another actor.</summary>
    public string? ChallengedActor { get; init; }

    /// <summary>Decision, action, inaction, a third party's act, or results.</summary>
    public string? ChallengedActKind { get; init; }

    /// <summary>The cluster: the act that several complaints challenge.</summary>
    public string? ChallengedAct { get; init; }

    /// <summary>What it is about, in two levels: <c>observer_rights.removal</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>The moment of the act; null if unknown.</summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>Whether only the day of the act is known and <see cref="OccurredAt"/> stands for noon of it.</summary>
    public bool OccurredOnDayOnly { get; init; }

    /// <summary>When the act was published; null if it was not, or nobody knows.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>When the party came to know of it.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>When results were determined, where they are challenged.</summary>
    public Instant? DeterminedAt { get; init; }

    /// <summary>
    /// When its writer says it was written down, where that was on a form without a connection. It is a claim and nothing is counted from it: when it reached the tracker the
    /// event itself says.
    /// </summary>
    public Instant? ClaimedAt { get; init; }

    /// <summary>Whether the violation goes on; null if nobody has said.</summary>
    public bool? Continuing { get; init; }

    /// <summary>The time zone of the place where it happened.</summary>
    public string? PlaceZone { get; init; }

    /// <summary>The region, coarse on purpose.</summary>
    public string? Region { get; init; }

    /// <summary>The precinct, where the party wants it kept.</summary>
    public string? Precinct { get; init; }

    /// <summary>What the party asks for.</summary>
    public string? RemedySought { get; init; }

    /// <summary>How the mission knows of it.</summary>
    public string? KnownVia { get; init; }

    /// <summary>The row of a register it was taken from.</summary>
    public string? ImportedFrom { get; init; }

    /// <summary>The day up to which the source of an imported row reports.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Whether it is an application by its content.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsApplication => Matter == "application";

    /// <summary>Whether it makes sense at all, before any step is taken: an act of somebody the rulebook knows, and not of tomorrow.</summary>
    public IEnumerable<Refusal> Check(Law law, Instant now)
    {
        foreach (var senseless in CheckMoments(now))
        {
            yield return senseless;
        }

        if (ChallengedActor is { } actor && !law.Rulebook.KnowsActor(actor))
        {
            var known = law.Rulebook.Forums.Select(each => each.Id).Concat(Taxonomies.Shipped.ChallengedActors).Distinct();
            yield return new Refusal("actor.unknown", $"'{actor}' is no actor the tracker knows. There are: {string.Join(", ", known)}.", Field: "challengedActor");
        }
    }

    /// <summary>Whether its moments make sense: none of them lies ahead, and nothing was known of the act before it.</summary>
    public IEnumerable<Refusal> CheckMoments(Instant now)
    {
        if (OccurredAt > now)
        {
            yield return new Refusal("act.in-future", "The challenged act lies in the future; record what has happened.", Field: "occurredAt");
        }

        foreach (var (at, field) in new[] { (PublishedAt, "publishedAt"), (KnownAt, "knownAt"), (DeterminedAt, "determinedAt"), (ClaimedAt, "claimedAt") })
        {
            if (at > now)
            {
                yield return new Refusal("act.in-future", $"'{field}' lies in the future; record what has happened.", Field: field);
            }
            else if (at < OccurredAt && !OccurredOnDayOnly)
            {
                yield return new Refusal("act.known-before", $"'{field}' lies before the act itself; one of the two is wrong.", Field: field);
            }
        }
    }
}
