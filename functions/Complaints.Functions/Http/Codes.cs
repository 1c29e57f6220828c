namespace Complaints.Functions.Http;

/// <summary>Members of an enumeration as the codes that doors speak: lower camel case.</summary>
internal static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
