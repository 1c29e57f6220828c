namespace Complaints.Functions.Tests;

/// <summary>Tests that run alone: what they measure, or how much they do at once, would be spoiled by others or spoil them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
