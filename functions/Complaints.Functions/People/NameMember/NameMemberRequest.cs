namespace Complaints.Functions.People.NameMember;

/// <summary>What somebody is to be in an election.</summary>
internal sealed record NameMemberRequest(IReadOnlyList<string>? Roles, bool? ReadsRetaliation);
