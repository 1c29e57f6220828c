using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Functions.Docket.TakeStep.Together;

/// <summary>A page of the complaints about one challenged act that the caller may open.</summary>
/// <param name="Election">The election.</param>
/// <param name="Act">The challenged act.</param>
/// <param name="All">How many there are.</param>
/// <param name="Complaints">Those of this page, by id.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record Cluster(Election Election, string Act, int All, IReadOnlyList<Complaint> Complaints, int Page, int Pages)
{
    /// <summary>
    /// How many complaints take a step in one request: eight at a time, so that it is answered long before the platform's 230 seconds are over, even by a slow store.
    /// </summary>
    public const int MostAtOnce = 50;

    /// <summary>Why a step is not open for one of them, in whatever proceeding; empty if it is.</summary>
    public static IReadOnlyList<Refusal> WhyNot(Complaint complaint, ProceduralStep step, Instant now) => complaint.WhyNotOpen(step, null, now);
}

/// <summary>What became of one complaint.</summary>
/// <param name="Id">The id.</param>
/// <param name="Refusals">Why the step was not taken; empty if it was, now or before.</param>
public sealed record TogetherOutcome(string Id, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Whether the step is on record.</summary>
    public bool IsDone => Refusals.Count == 0;
}

/// <summary>A challenged act and how many complaints there are about it.</summary>
public sealed record ActCount(string Act, int Count);
