using System.Globalization;
using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Statistics;

/// <summary>The turns of phrase of the printed paragraphs.</summary>
internal static class Words
{
    private static readonly LocalDatePattern Long = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>A day as it is printed, for example 8 January 2021.</summary>
    public static string Day(LocalDate day) => Long.Format(day);

    /// <summary>A number with what it counts: no complaints, 1 complaint, 44 complaints.</summary>
    public static string Number(int count, string one) =>
        count == 0 ? $"no {one}s" : string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>The verb that goes with a number.</summary>
    public static string Were(int count) => count == 1 ? "was" : "were";

    /// <summary>A share as it is printed: 38 of 44, with what is not known.</summary>
    public static string Share(Measure share) => share.Unknown == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{share.Numerator} of {share.Denominator}")
        : string.Create(CultureInfo.InvariantCulture, $"{share.Numerator} of {share.Denominator}, {share.Unknown} unknown");

    /// <summary>A forum in a sentence: the one there is by its name, one of many in the plural.</summary>
    public static string Forum(Rulebook rulebook, string id) => rulebook.FindForum(id) switch
    {
        null => id,
        { Zone.IsAtPlace: true } forum => $"{char.ToLowerInvariant(forum.Name.English[0])}{forum.Name.English[1..]}s",
        var forum => $"the {forum.Name.English}",
    };

    /// <summary>Whether there is but one forum of this id.</summary>
    public static bool IsOne(Rulebook rulebook, string id) => rulebook.FindForum(id) is not { Zone.IsAtPlace: true };

    /// <summary>The election commissions as a whole: the highest by name, with those below it.</summary>
    public static string Commissions(Rulebook rulebook) =>
        rulebook.Forums.Where(each => each.IsCommission).MaxBy(each => each.Level) is { Zone.IsAtPlace: false } highest
            ? $"{Forum(rulebook, highest.Id)} and lower-level commissions"
            : "election commissions";

    /// <summary>What applications are about.</summary>
    public static string Applications(string subject) => subject == "application.clarification_of_law"
        ? "requests for clarification of the law"
        : $"about {subject.Split('.')[^1].Replace('_', ' ')}";

    /// <summary>A sentence begins with a capital.</summary>
    public static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
