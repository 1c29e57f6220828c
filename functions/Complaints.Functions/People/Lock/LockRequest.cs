namespace Complaints.Functions.People.Lock;

/// <summary>Whether somebody is to be locked out.</summary>
internal sealed record LockRequest(bool? Locked);
