using System.Runtime.CompilerServices;

namespace Complaints.Storage;

/// <summary>
/// A part of a row key or of a blob's name: 1 to 64 lower-case letters, digits, '-', '.' and ':', a letter or digit first. Parts joined by '/'
/// can therefore be told apart again, and a sentence or a person's name does not pass.
/// </summary>
internal static class KeyPart
{
    private const int MostCharacters = 64;

    /// <exception cref="ArgumentException">It is not one; the message does not repeat it, for it may be personal.</exception>
    public static string Check(string part, [CallerArgumentExpression(nameof(part))] string? name = null) => Is(part)
        ? part
        : throw new ArgumentException("A part of a key is 1 to 64 lower-case letters, digits, '-', '.' and ':', a letter or digit first.", name);

    public static bool Is(string? part) =>
        part is { Length: > 0 and <= MostCharacters } && IsLetterOrDigit(part[0]) && part.All(each => IsLetterOrDigit(each) || each is '-' or '.' or ':');

    private static bool IsLetterOrDigit(char each) => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each);
}
