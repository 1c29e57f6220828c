namespace Complaints.Functions.People.SignIn;

/// <summary>Whom somebody wants to be, on a laptop.</summary>
internal sealed record SignInRequest(string? Persona);
