using System.Collections.Frozen;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines.Wording;

/// <summary>How a count is told in Kazakh.</summary>
internal sealed class Kazakh : Catalogue
{
    private static readonly string[] Months =
    [
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ];

    private static readonly string[] Days = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];

    public static Kazakh Instance { get; } = new();

    protected override IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rule"] = "{0}. Әрекет етуі тиіс: {1}.",
        ["start"] = "Есептеудің басталуы: {0}, {1}.",
        ["start.election-day"] = "Есептеудің басталуы: дауыс беру күні, {0}.",
        ["start.at-forum"] = "Органның уақыты бойынша күн есепке алынады: {0}.",
        ["start.at-place"] = "Оқиға болған жердің уақыты бойынша күн есепке алынады: {0}.",
        ["stay.too-late"] = "Тоқтата тұру соңғы күннен кейін басталды және ештеңені өзгертпейді.",
        ["stay.from"] = "Іс жүргізу тоқтатыла тұрды: {0}; осы күнді қоса алғанда пайдаланылғаны: {1}.",
        ["stay.until"] = "Іс жүргізу қайта басталды: {0}; пайдаланылмаған күндер келесі күннен бастап жүреді.",
        ["window.inside"] = "{0}: дауыс беру күні қарсаңындағы кезеңнің ішінде ({1} — {2}), басқа қағида қолданылады.",
        ["window.outside"] = "{0}: дауыс беру күні қарсаңындағы кезеңнен тыс ({1} — {2}), әдеттегі мерзім қолданылады.",
        ["days.next"] = "{1} — нөлінші күн; мерзім {0}, соңғы күн: {2}.",
        ["days.same"] = "{1} — бірінші күн; мерзім {0}, соңғы күн: {2}.",
        ["days.left"] = "Қалғаны: {0}, қайта басталған күннен ({1}) кейін; соңғы күн: {2}.",
        ["days.rolled"] = "{0} — жұмыс күні емес; соңғы күн: {1}.",
        ["cap"] = "Заңдағы шекті сәт бұрын келеді: {0}.",
        ["cap.before"] = "Заңдағы шекті сәт есептеу басталғанға дейін болған, сондықтан қолданылмайды.",
        ["answer.fixed"] = "Мерзімінде: {0} қоса алғанда; кешіккен: {1} бастап.",
        ["answer.immediate"] = "Заң «дереу» дейді, сан атамайды: күнмен берілген мерзім жоқ.",
        ["answer.benchmark"] = "Трекердің бағдары, заң емес: {0}, яғни {1} дейін. Өткен сағаттар көрсетіледі.",
        ["answer.unknown"] = "Мерзімнің ұзақтығы белгісіз: күн аталмайды.",
        ["answer.never"] = "Бұлай оқығанда мерзім аяқталмайды.",
        ["answer.paused"] = "Іс жүргізу тоқтатыла тұрды және қайта басталмады: оған дейін күн аталмайды.",
        ["reading.fixed"] = "Басқаша оқығанда ({0}): мерзімінде {1} қоса алғанда.",
        ["reading.immediate"] = "Басқаша оқығанда ({0}): дереу, күні жоқ.",
        ["reading.unknown"] = "Басқаша оқығанда ({0}): белгісіз.",
        ["reading.never"] = "Басқаша оқығанда ({0}): мерзім аяқталмайды.",
        ["reading.paused"] = "Басқаша оқығанда ({0}): тоқтатыла тұрды және қайта басталмады.",
        ["readings.none"] = "Мұнда ештеңені өзгертпейтін ашық сұрақтар: {0}.",
        ["span"] = "Кез келген оқуда мерзімінде: {0} қоса алғанда; кез келген оқуда кешіккен: {1} бастап.",
        ["calendar.not-covered"] = "Күнтізбе мына кезеңнің демалыс күндерін көрсетеді: {0} — {1}; одан тыс тек демалыс күндері (сенбі, жексенбі) белгілі.",
        ["versions"] = "Есептелді: жинақ {0}, күнтізбе {1}, уақыт белдеулерінің базасы {2}.",
    }.ToFrozenDictionary();

    protected override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["complainant"] = "шағымданушы",
        ["petitioner"] = "өтініш беруші",
        ["forum"] = "істі қарайтын орган",
        ["court"] = "сот",
        ["police"] = "құқық қорғау органы",
        ["stateBody"] = "мемлекеттік орган",
        ["violationDate"] = "болжамды бұзушылық",
        ["decisionTaken"] = "шешімнің қабылдануы",
        ["decisionDate"] = "шешімнің күні",
        ["decisionServed"] = "шешімнің тапсырылуы",
        ["received"] = "органның алуы",
        ["requestReceived"] = "сұраудың алынуы",
        ["resultsAnnounced"] = "қорытындылардың жариялануы",
        ["inactionDate"] = "үнсіздік әрекетсіздікке айналған күн",
        ["judgmentDelivered"] = "сот шешімінің шығарылуы",
        ["actDate"] = "әрекет",
        ["actOrIdentifiedOrDecision"] = "әрекет, оның анықталуы немесе шешім",
        ["publicationOrActOrDisclosure"] = "жариялау, әрекет немесе оның ашылуы",
    }.ToFrozenDictionary();

    protected override string Date(LocalDate date) =>
        $"{Whole(date.Year)} жылғы {Whole(date.Day)} {Months[date.Month - 1]} ({Days[(int)date.DayOfWeek - 1]})";

    protected override string Number(int value, Unit unit)
    {
        var name = unit switch { Unit.WorkingDay => "жұмыс күні", Unit.Hour => "сағат", _ => "күн" };
        return $"{Whole(value)} {name}";
    }

    protected override string Wording(Text text) => text.In(Language.Kazakh);
}
