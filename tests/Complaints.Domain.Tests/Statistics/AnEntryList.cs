using Complaints.Domain.Docket;

namespace Complaints.Domain.Tests.Statistics;

/// <summary>A small register.</summary>
public sealed class AnEntryList : List<AnEntry>
{
    public IReadOnlyList<RegisterEntry> Build() => [.. this.Select((each, at) => each.Build(at))];
}
