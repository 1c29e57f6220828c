using System.Globalization;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;
using NodaTime.Text;

namespace Complaints.Functions.Rulebooks.Read;

/// <summary>The law in words: lengths, moments, windows and the cases a rule is about.</summary>
internal static class LawWords
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A sentence of the pages about the law, with what belongs in its holes.</summary>
    public static string Law(this Words words, string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, words.Of("Law", key), arguments);

    /// <summary>When a rulebook is in force.</summary>
    public static string ValidityOf(this Words words, Dates dates, Rulebook rulebook) => (rulebook.ValidFrom, rulebook.ValidTo) switch
    {
        ({ } from, { } to) => words.Law("valid.both", dates.Of(from), dates.Of(to)),
        ({ } from, null) => words.Law("valid.from", dates.Of(from)),
        (null, { } to) => words.Law("valid.to", dates.Of(to)),
        _ => words.Law("valid.unknown"),
    };

    /// <summary>How long a limit is.</summary>
    public static string LengthOf(this Words words, Length length) => words.Law(
        $"length.{length.Unit}",
        length.Until is { } until ? words.MomentOf(until) : length.Value,
        length.Time is { } time ? Clock.Format(time) : "");

    /// <summary>A moment given by election day.</summary>
    public static string MomentOf(this Words words, Anchor anchor)
    {
        var day = anchor.DaysFromElection switch
        {
            0 => words.Law("anchor.day"),
            -1 => words.Law("anchor.eve"),
            < 0 => words.Law("anchor.before", -anchor.DaysFromElection),
            _ => words.Law("anchor.after", anchor.DaysFromElection),
        };
        var moment = anchor.Time is { } time ? words.Law("anchor.at", day, Clock.Format(time)) : words.Law("anchor.end", day);
        return anchor.HoursBefore == 0 ? moment : words.Law("anchor.hours", moment, anchor.HoursBefore);
    }

    /// <summary>The days of a window.</summary>
    public static string DaysOf(this Words words, Window window) => words.Law("window.from-to", window.FromDaysBefore, window.ToDaysAfter);

    /// <summary>The cases a limit applies to, one line for each thing that matters; empty where nothing does.</summary>
    public static IReadOnlyList<string> CasesOf(this Words words, Rulebook rulebook, Selector selector) =>
    [
        .. words.Line("case.forum", selector.Forum, each => each),
        .. words.Line("case.matter", selector.Matter, each => words.Law($"matter.{each}")),
        .. words.Line("case.target", selector.Target, each => words.Law($"target.{each}")),
        .. words.Line("case.actor", selector.ChallengedActor, each => words.ActorOf(rulebook, each)),
        .. words.Line("case.subject", selector.Subject, each => words.Of("Subject", each)),
        .. words.Line("case.phase", selector.Phase, each => words.Law($"phase.{each}")),
        .. words.Line("case.window", selector.ViaWindow, each => each),
        .. selector.Reason.Count > 0 ? [words.Law("case.reason")] : Array.Empty<string>(),
        .. selector.OnElectionDay ? [words.Law("case.election-day")] : Array.Empty<string>(),
    ];

    /// <summary>The filings a rule of standing or form is about; empty for all.</summary>
    public static IReadOnlyList<string> CasesOf(this Words words, Rulebook rulebook, Scope scope) =>
    [
        .. words.Line("case.forum", scope.Forum, each => each),
        .. words.Line("case.matter", scope.Matter, each => words.Of("Matter", each)),
        .. words.Line("case.complainant", scope.ComplainantType, each => words.Of("ComplainantType", each)),
        .. words.Line("case.actor", scope.ChallengedActor, each => words.ActorOf(rulebook, each)),
        .. words.Line("case.act", scope.ChallengedActKind, each => words.Of("ChallengedActKind", each)),
        .. words.Line("case.subject", scope.Subject, each => words.Of("Subject", each)),
    ];

    /// <summary>The acts a rule of jurisdiction is about.</summary>
    public static IReadOnlyList<string> CasesOf(this Words words, Rulebook rulebook, JurisdictionRule rule) =>
    [
        .. words.Line("case.actor", rule.ChallengedActor, each => words.ActorOf(rulebook, each)),
        .. words.Line("case.act", rule.ChallengedActKind, each => words.Of("ChallengedActKind", each)),
        .. words.Line("case.subject", rule.Subject, each => words.Of("Subject", each)),
    ];

    /// <summary>The facts without which a reading does not appear.</summary>
    public static string? NeedsOf(this Words words, ReadingRule reading) => reading.Needs is Needs.None
        ? null
        : words.Law("needs", string.Join(", ", Enum.GetValues<Needs>().Where(each => each is not Needs.None && reading.Needs.HasFlag(each)).Select(each => words.Law($"needs.{each}"))));

    /// <summary>Yes, no, or not known.</summary>
    public static string YesNo(this Words words, bool? answer) => answer is { } known ? words.Of("YesNo", known ? "true" : "false") : words["unknown"];

    private static string[] Line<T>(this Words words, string key, IReadOnlyList<T> list, Func<T, string> say) =>
        list.Count == 0 ? [] : [words.Law(key, string.Join(", ", list.Select(say)))];
}
