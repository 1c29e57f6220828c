namespace Complaints.Storage.People;

/// <summary>Somebody who works in an election.</summary>
/// <param name="Person">The pseudonym under which the record knows them.</param>
/// <param name="Roles">What they are there, as codes.</param>
/// <param name="ReadsRetaliation">Whether they may read the notes about pressure put on people, where their roles let them open the complaint.</param>
public sealed record Member(string Person, IReadOnlyList<string> Roles, bool ReadsRetaliation = false);
