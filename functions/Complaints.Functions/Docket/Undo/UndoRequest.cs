namespace Complaints.Functions.Docket.Undo;

/// <summary>Asks to undo the last own step: nothing is filled in, the version that was shown says which it is.</summary>
internal sealed record UndoRequest;
