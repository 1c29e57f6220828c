namespace Complaints.Functions.Http;

/// <summary>Names the fields of the address (<c>?dryRun=</c>) that a function which changes something reads. Any other is refused, never ignored.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesAttribute(params string[] fields) : Attribute
{
    /// <summary>Whatever is written: for a function that changes nothing.</summary>
    public const string Anything = "*";

    /// <summary>The fields, in any case.</summary>
    public IReadOnlyList<string> Fields { get; } = fields;
}
