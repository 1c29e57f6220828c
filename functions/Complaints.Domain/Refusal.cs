using System.Text.Json.Serialization;

namespace Complaints.Domain;

/// <summary>One reason why not: a stable kebab code, a sentence for people, the place in the law and the field, where there is one.</summary>
public sealed record Refusal(string Code, string Message, string? Citation = null, string? Field = null)
{
    /// <summary>The numbers its sentence names, for those who say it in another language; null if it names none.</summary>
    [JsonIgnore]
    public string? Named { get; init; }
}
