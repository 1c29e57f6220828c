using System.Text.RegularExpressions;
using Complaints.Domain;

namespace Complaints.Functions.Http;

/// <summary>What was sent, as an answer shows it again: an answer does not grow with what was sent.</summary>
internal static partial class Shown
{
    /// <summary>How many reasons one answer names; who gives more has sent something else.</summary>
    public const int MostReasons = 20;

    private const int Longest = 60;

    /// <summary>A path of fields is longer than a value, a sentence with a whole list of codes longer than a path.</summary>
    private const int LongestField = 120;
    private const int LongestSentence = 4_000;

    /// <summary>The first characters of what was sent.</summary>
    public static string Short(string text) => Cut(text, Longest);

    /// <summary>The first characters of a path of fields.</summary>
    public static string Path(string path) => Cut(path, LongestField);

    /// <summary>A refusal whose quotations are short, whoever worded it.</summary>
    public static Refusal Short(Refusal refusal) => refusal with
    {
        Message = Cut(Quoted().Replace(refusal.Message, each => $"'{Short(each.Groups["what"].Value)}'"), LongestSentence),
        Field = refusal.Field is { } field ? Path(field) : null,
    };

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "...";

    [GeneratedRegex("'(?<what>[^']{64,})'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
