using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.OpenElection;

/// <summary>An election whose complaints are to be kept.</summary>
internal sealed record OpenElectionRequest
{
    public string? Id { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Rulebook { get; init; }

    public LocalDate? ElectionDay { get; init; }

    public bool IsTraining { get; init; }

    public Election ToElection(string rulebook) => new()
    {
        Id = Id!,
        Code = Code!.ToUpperInvariant(),
        Name = Name!,
        Rulebook = rulebook,
        ElectionDay = ElectionDay,
        IsTraining = IsTraining,
    };
}
