using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>
/// What one way of counting gives: the due instant where it is fixed, the benchmark where it is immediate and has one, else zero;
/// in ticks (100 ns) since 1970, so that ways can be compared before anything is made of them.
/// </summary>
internal readonly record struct Outcome(Mode Mode, TimeLimit Limit, long At, int LastDay, BenchmarkRule? Benchmark)
{
    public static Outcome Of(Mode mode, TimeLimit limit) => new(mode, limit, 0, 0, null);

    public static Outcome FixedAt(TimeLimit limit, long due, int lastDay) => new(Mode.Fixed, limit, due, lastDay, null);

    /// <summary>The first instant too late; null unless fixed.</summary>
    public Instant? Due => Mode == Mode.Fixed ? Instant.FromUnixTimeTicks(At) : null;

    /// <summary>The moment to compare with; null unless immediate and one is known.</summary>
    public Instant? BenchmarkAt => Benchmark is null ? null : Instant.FromUnixTimeTicks(At);

    /// <summary>Whether the two answers are one and the same for whoever has to act.</summary>
    public bool Gives(in Outcome other) => Mode == other.Mode && At == other.At;
}
