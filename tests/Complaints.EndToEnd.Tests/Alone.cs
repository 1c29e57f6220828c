namespace Complaints.EndToEnd.Tests;

/// <summary>Tests that run alone: what they measure would be spoiled by others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
