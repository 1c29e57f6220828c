using NodaTime;

namespace Complaints.Functions.Access;

/// <summary>The stay of somebody who has signed in.</summary>
/// <param name="Who">The pseudonym of whose it is.</param>
/// <param name="Persona">The persona they are, on a laptop; null for somebody whom the platform signed in.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="SeenAt">When they last called, to the minute.</param>
internal sealed record Session(string Who, string? Persona, Instant BegunAt, Instant SeenAt)
{
    /// <summary>How long somebody may be away: a machine that is left or taken is soon of no use.</summary>
    public static readonly Duration IdleFor = Duration.FromMinutes(30);

    /// <summary>How long it may last at most: a page that calls by itself keeps nobody signed in for good.</summary>
    public static readonly Duration LongestFor = Duration.FromHours(12);

    /// <summary>The beginning: when the caller signed in, as far as the sign-in says so, else now.</summary>
    public static Session Begin(Caller caller, Instant now) => new(caller.Pseudonym, caller.Persona, caller.SignedInAt ?? now, caller.SignedInAt ?? now);

    /// <summary>Whether it is over.</summary>
    public bool HasEnded(Instant now) => now - SeenAt > IdleFor || now - BegunAt > LongestFor;
}
