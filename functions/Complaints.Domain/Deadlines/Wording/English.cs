using System.Collections.Frozen;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines.Wording;

/// <summary>How a count is told in English.</summary>
internal sealed class English : Catalogue
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static English Instance { get; } = new();

    protected override IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rule"] = "{0}. Who must act: {1}.",
        ["law.not-yet"] = "This rulebook is the law from {0} on; the count starts before that day.",
        ["law.no-longer"] = "This rulebook was the law until {0}; the count starts after that day.",
        ["start"] = "The count starts from {0}: {1}.",
        ["start.election-day"] = "The count starts from election day, {0}.",
        ["start.at-forum"] = "The date that counts is the date at the forum: {0}.",
        ["start.at-place"] = "The date that counts is the date where it happened: {0}.",
        ["stay.too-late"] = "By the primary reading the suspension began after the last day and changes nothing.",
        ["stay.from"] = "The proceeding was suspended on {0}; {1} had been used, that day included.",
        ["stay.until"] = "It was resumed on {0}.",
        ["stay.tested"] = "The day of resumption stands in place of the day of receipt.",
        ["window.inside"] = "{0} lies in the window near election day, {1} to {2}: another rule governs.",
        ["window.outside"] = "{0} lies outside the window near election day, {1} to {2}: the ordinary limit governs.",
        ["days.next"] = "{1} is day zero; with {0} the last day is {2}.",
        ["days.same"] = "{1} is day one; with {0} the last day is {2}.",
        ["days.left"] = "{0} are left and run from the day after {1}: the last day is {2}.",
        ["days.none-left"] = "No days were left: the last day is the day of resumption, {1}.",
        ["days.rolled"] = "{0} is not a working day: the last day is {1}.",
        ["cap"] = "It never runs past {0}, which comes first.",
        ["cap.before"] = "The latest moment the law sets lies before the start and does not apply.",
        ["answer.fixed"] = "In time until {0}; too late from {1} on.",
        ["answer.immediate"] = "The law asks for it without delay and gives no number: there is no due moment.",
        ["answer.benchmark"] = "A benchmark of ours, not law: {0}, that is before {1}. Hours elapsed are shown.",
        ["answer.unknown"] = "The length of this limit is not known: no date is given.",
        ["answer.never"] = "Read this way the limit does not run out.",
        ["answer.paused"] = "The proceeding is suspended and not resumed: no date is given until it is.",
        ["reading.fixed"] = "Read otherwise ({0}): in time until {1}.",
        ["reading.immediate"] = "Read otherwise ({0}): without delay, and no due moment.",
        ["reading.unknown"] = "Read otherwise ({0}): not known.",
        ["reading.never"] = "Read otherwise ({0}): no date follows.",
        ["reading.paused"] = "Read otherwise ({0}): suspended and not resumed.",
        ["readings.none"] = "Open questions that change nothing here, whatever the answer: {0}.",
        ["span"] = "Safe under every reading until {0}; late under every reading from {1} on.",
        ["span.open"] = "Safe under every reading until {0}; read one way nothing can be called late for good.",
        ["span.at-once"] = "Read one way it is due without delay: only what is done at once is safe under every reading. The earliest dated reading ends with {0}.",
        ["calendar.not-covered"] = "The calendar lists days off from {0} to {1}; outside them only weekends are known.",
        ["versions"] = "Counted with rulebook {0}, calendar {1}, tz database {2}.",
        ["versions.no-calendar"] = "Counted with rulebook {0}, without a list of days off, tz database {2}.",
    }.ToFrozenDictionary();

    protected override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["complainant"] = "the complainant",
        ["petitioner"] = "the petitioner",
        ["forum"] = "the forum",
        ["court"] = "the court",
        ["police"] = "the law-enforcement body",
        ["stateBody"] = "the state body",
        ["violationDate"] = "the alleged violation",
        ["decisionTaken"] = "the adoption of the decision",
        ["decisionDate"] = "the date of the decision",
        ["decisionServed"] = "the service of the decision",
        ["received"] = "receipt by the forum",
        ["requestReceived"] = "receipt of the request",
        ["resultsAnnounced"] = "the announcement of the results",
        ["inactionDate"] = "the day silence became an inaction",
        ["judgmentDelivered"] = "the delivery of the judgment",
        ["actDate"] = "the act",
        ["actOrIdentifiedOrDecision"] = "the act, its discovery or the decision",
        ["publicationOrActOrDisclosure"] = "the publication, the act or its disclosure",
    }.ToFrozenDictionary();

    protected override string Date(LocalDate date) =>
        $"{Days[(int)date.DayOfWeek - 1]} {Whole(date.Day)} {Months[date.Month - 1]} {Whole(date.Year)}";

    protected override string Number(int value, Unit unit)
    {
        var name = unit switch { Unit.WorkingDay => "working day", Unit.Hour => "hour", _ => "day" };
        return value == 1 ? $"1 {name}" : $"{Whole(value)} {name}s";
    }

    protected override string Wording(Text text) => text.English;
}
