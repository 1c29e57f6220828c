using System.Globalization;
using Complaints.Domain;
using NodaTime;

namespace Complaints.Functions.Pages;

/// <summary>Lengths of time in words, with the form of the word that the number asks for in the language of the request.</summary>
internal static class Lengths
{
    /// <summary>A length in whole days from two days on, below that in hours, below one hour in minutes.</summary>
    public static string Length(this Words words, Duration length)
    {
        var (unit, count) = length >= Duration.FromDays(2) ? ("days", (long)length.TotalDays)
            : length >= Duration.FromHours(1) ? ("hours", (long)length.TotalHours)
            : ("minutes", (long)length.TotalMinutes);
        return words[string.Create(CultureInfo.InvariantCulture, $"length.{unit}.{FormOf(count, Words.Language)}"), count];
    }

    /// <summary>Which form of a word a number takes: <c>one</c>, <c>few</c> or <c>many</c>, as the CLDR's rules for plurals say (unicode.org, cldr, plurals).</summary>
    internal static string FormOf(long count, Language language) => language switch
    {
        Language.Russian when count % 10 == 1 && count % 100 != 11 => "one",
        Language.Russian when count % 10 is >= 2 and <= 4 && count % 100 is not (>= 12 and <= 14) => "few",
        Language.English when count == 1 => "one",
        _ => "many",
    };
}
