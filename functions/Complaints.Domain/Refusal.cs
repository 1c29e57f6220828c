namespace Complaints.Domain;

/// <summary>One reason why not: a stable kebab code, a sentence for people, the place in the law and the field, where there is one.</summary>
public sealed record Refusal(string Code, string Message, string? Citation = null, string? Field = null);
