using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>An election whose complaints are kept here.</summary>
public sealed record Election
{
    /// <summary>The name in addresses and keys, for example <c>kz-2021</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Two to six characters that begin every reference of this election, for example <c>KZ21P</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The rulebook under which new complaints are judged.</summary>
    public required string Rulebook { get; init; }

    /// <summary>Election day, local to each forum; null while no election is called.</summary>
    public LocalDate? ElectionDay { get; init; }

    /// <summary>Whether it is there to practise on and never counts.</summary>
    public bool IsTraining { get; init; }
}
