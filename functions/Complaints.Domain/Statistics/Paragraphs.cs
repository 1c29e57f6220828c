using System.Globalization;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Statistics;

/// <summary>
/// The three paragraphs a mission prints about redress. "Most" is written only of more than half, "all" only of every one with none unknown; a
/// paragraph about something that did not occur is left out.
/// </summary>
internal static class Paragraphs
{
    /// <summary>The paragraphs that can be written, by their names.</summary>
    public static IReadOnlyDictionary<string, string> Of(Register register)
    {
        var paragraphs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Keep("T-1", Applications(register));
        Keep("T-2", Complaints(register));
        Keep("T-3", Misdirected(register));
        return paragraphs;

        void Keep(string name, string? text)
        {
            if (text is not null)
            {
                paragraphs[name] = text;
            }
        }
    }

    /// <summary>T-1: the applications to the forum that has most of them, and the complaints commissions reviewed before election day.</summary>
    private static string? Applications(Register register)
    {
        var rulebook = register.Law.Rulebook;
        var reviewed = register.Law.Election.ElectionDay is null ? null
            : $"The mission was made aware of {Words.Number(register.Counts.Count("M03", MeasureFilter.And("kind=commission", "distinct", "complaint")), "complaint")} reviewed by {Words.Commissions(rulebook)} before election day.";

        if (Largest(register, "M02") is not { } forum)
        {
            return reviewed;
        }

        var stated = Stated.Of(register, forum, "M02");
        var name = Words.Forum(rulebook, forum);
        var number = stated.Number("application");
        var received = stated.IsStated
            ? $"{name} informed the mission that by {Words.Day(stated.AsOf)} {(Words.IsOne(rulebook, forum) ? "it" : "they")} had received {number}"
            : $"by {Words.Day(stated.AsOf)} {name} had received {number}";

        return string.Join(' ', new[] { $"{Words.Capital(received)}{About(stated, forum)}.", reviewed, stated.Note() }.OfType<string>());
    }

    private static string About(Stated stated, string forum) => Top(stated, "M02", forum, "subject") switch
    {
        null => "",
        var (subject, share) when share.IsMost => $" that were for the most part {Words.Applications(subject)} ({Words.Share(share)})",
        var (subject, share) => $", the largest part of them {Words.Applications(subject)} ({Words.Share(share)})",
    };

    /// <summary>T-2: the complaints to the court that has most of them, what they were against and what became of them; without a court, to the forum.</summary>
    private static string? Complaints(Register register)
    {
        var forums = register.Counts.Under("M01", null, "forum").Select(each => each.Value).ToArray();

        if ((forums.FirstOrDefault(each => register.Law.Rulebook.FindForum(each) is { Kind: ForumKind.Court }) ?? forums.FirstOrDefault()) is not { } forum)
        {
            return null;
        }

        var stated = Stated.Of(register, forum, "M01");
        var name = Words.Forum(register.Law.Rulebook, forum);
        var lodged = $"{stated.Number("complaint")} {Words.Were(stated.Counted)} lodged with {name}{Against(stated, forum)}.";
        return $"{Words.Capital(lodged)} {Outcome.Of(stated.Counts, forum)} {stated.Note()}";
    }

    private static string Against(Stated stated, string forum) => Top(stated, "M01", forum, "act") switch
    {
        null => "",
        var (act, share) when share.IsAll => $", all of these against {act}",
        var (act, share) when share.IsMost => $", most of these ({Words.Share(share)}) against {act}",
        var (act, share) => $", the largest part of these ({Words.Share(share)}) against {act}",
    };

    /// <summary>T-3: the complaints to the forum that most of the misdirected ones went to.</summary>
    private static string? Misdirected(Register register)
    {
        var (forum, row) = register.Counts.Under("M09", null, "forum").FirstOrDefault();

        if (row is null or { Numerator: 0 })
        {
            return null;
        }

        var rulebook = register.Law.Rulebook;
        var stated = Stated.Of(register, forum, "M01", "M09");
        var wrong = stated.Counts.Find("M09", Filter(forum));
        var right = stated.Counts.Under("M09", Filter(forum), "competent")
            .SelectMany(each => each.Value.Split('+')).Where(each => each != forum).Distinct().Select(each => Words.Forum(rulebook, each));
        var all = wrong is { IsAll: true } && wrong.Numerator == stated.Counted
            ? "all"
            : string.Create(CultureInfo.InvariantCulture, $"{wrong?.Numerator ?? 0} of {stated.Counted}");

        return $"The mission was made aware of {Only(stated)}{stated.Number("complaint")} lodged with {Words.Forum(rulebook, forum)}; "
            + $"{all} {Words.Were(wrong?.Numerator ?? 0)} subject to adjudication by {string.Join(" or ", right)}{Denied(stated, forum, wrong)}. {stated.Note()}";
    }

    /// <summary>"Only" is written of less than a tenth of all complaints.</summary>
    private static string Only(Stated stated) => 10 * stated.Counted < stated.Counts.Count("M01", null) ? "only " : "";

    private static string Denied(Stated stated, string forum, Measure? wrong)
    {
        var denied = stated.Counts.Count("M07", MeasureFilter.And(Filter(forum), "ground", "wrong_forum"));

        return denied == 0 ? ""
            : denied == wrong?.Numerator ? " and hence denied"
            : string.Create(CultureInfo.InvariantCulture, $", and {denied} {Words.Were(denied)} denied for that");
    }

    private static string? Largest(Register register, string measure) =>
        register.Counts.Under(measure, null, "forum").Select(each => each.Value).FirstOrDefault();

    private static (string Value, Measure Share)? Top(Stated stated, string measure, string forum, string key) =>
        stated.Counts.Under(measure, Filter(forum), key) is [var first, ..] ? first : null;

    private static string Filter(string forum) => MeasureFilter.And(null, "forum", forum);
}
