namespace Complaints.Functions.Docket.Follow;

/// <summary>What a complainant holds: the reference of their complaint and its receipt code.</summary>
internal sealed record FollowRequest(string? Reference, string? Code);
