using NodaTime;

namespace Complaints.Domain.Rulebooks;

/// <summary>What sort of body a forum is; calendars and routes differ by it.</summary>
public enum ForumKind
{
    /// <summary>An election commission.</summary>
    Commission,

    /// <summary>A court of law.</summary>
    Court,

    /// <summary>A constitutional council or court.</summary>
    Constitutional,

    /// <summary>A prosecutor's office.</summary>
    Prosecutor,

    /// <summary>Police and the like, asked by commissions to check facts.</summary>
    LawEnforcement,

    /// <summary>A local or state executive body, asked by commissions for answers.</summary>
    Executive,
}

/// <summary>A body that hears complaints, or that commissions ask, under one rulebook.</summary>
public sealed record Forum
{
    /// <summary>The code of the forum, e.g. TEC.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>What sort of body it is.</summary>
    public required ForumKind Kind { get; init; }

    /// <summary>The rung its proceedings stand on; null for a body before which there are none.</summary>
    public required Instance? Instance { get; init; }

    /// <summary>The tier among election commissions, 1 the lowest; null for any other body.</summary>
    public int? Level { get; init; }

    /// <summary>The forums its decisions may be taken to: empty means the last word, null that the law is unknown.</summary>
    public required IReadOnlyList<string>? Next { get; init; }

    /// <summary>Whose clock it lives by.</summary>
    public required ZoneRule Zone { get; init; }

    /// <summary>The office holders who alone may come to it; empty where standing is not restricted.</summary>
    public IReadOnlyList<string> Standing { get; init; } = [];

    /// <summary>How many there are, as one or several sources count them; empty where nobody says.</summary>
    public IReadOnlyList<ForumCount> Counts { get; init; } = [];

    /// <summary>Whether it must take up any breach of election law, whoever else is competent; that stops no clock elsewhere.</summary>
    public bool HearsAnyBreach { get; init; }

    /// <summary>What it rests on.</summary>
    public required Footing Footing { get; init; }

    /// <summary>Whether it is an election commission.</summary>
    public bool IsCommission => Kind == ForumKind.Commission;
}

/// <summary>How many forums of a kind there are, on the day of the source that says so; counts of other days are kept beside it.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Abroad">Those of them abroad; null where the source does not say.</param>
/// <param name="AsOf">The day for which they were counted.</param>
/// <param name="Footing">Who says so.</param>
public sealed record ForumCount(int Total, int? Abroad, LocalDate AsOf, Footing Footing);

/// <summary>Whose clock a forum lives by: that of the place where it sits, or one fixed zone.</summary>
public sealed record ZoneRule(DateTimeZone? Fixed)
{
    /// <summary>Whether the zone depends on the place where the forum sits.</summary>
    public bool IsAtPlace => Fixed is null;

    /// <summary>The tz database id of the fixed zone; null where the place decides.</summary>
    public string? ZoneId => Fixed?.Id;

    /// <summary>Whether a forum under this rule can have this zone.</summary>
    public bool Allows(DateTimeZone zone) => Fixed is null || ReferenceEquals(Fixed, zone) || Zones.AreSame(Fixed, zone);
}
