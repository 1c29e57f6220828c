namespace Complaints.TestKit;

/// <summary>A request as it arrived at a <see cref="FaultyProxy"/>, and what was done to it.</summary>
public sealed record ProxiedRequest(string Method, string Target, string? Authorization, Fault Fault);
