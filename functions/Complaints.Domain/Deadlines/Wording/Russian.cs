using System.Collections.Frozen;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines.Wording;

/// <summary>How a count is told in Russian.</summary>
internal sealed class Russian : Catalogue
{
    private static readonly string[] Months =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    private static readonly string[] Days = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];

    public static Russian Instance { get; } = new();

    protected override IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rule"] = "{0}. Кто должен действовать: {1}.",
        ["law.not-yet"] = "Этот свод правил действует с {0}; отсчёт начинается раньше этого дня.",
        ["law.no-longer"] = "Этот свод правил действовал по {0} включительно; отсчёт начинается позже этого дня.",
        ["start"] = "Начало отсчёта: {0}, {1}.",
        ["start.election-day"] = "Начало отсчёта: день голосования, {0}.",
        ["start.at-forum"] = "Учитывается дата по местному времени органа: {0}.",
        ["start.at-place"] = "Учитывается дата по местному времени места события: {0}.",
        ["stay.too-late"] = "По основному толкованию приостановление началось после последнего дня срока и ничего не меняет.",
        ["stay.from"] = "Производство приостановлено: {0}; к этому времени, включая этот день, использовано: {1}.",
        ["stay.until"] = "Производство возобновлено: {0}.",
        ["stay.tested"] = "День возобновления заменяет собой день получения.",
        ["window.inside"] = "{0} — в пределах предвыборного периода с особыми сроками ({1} — {2}): действует другое правило.",
        ["window.outside"] = "{0} — вне предвыборного периода с особыми сроками ({1} — {2}): действует обычный срок.",
        ["days.next"] = "{1} — нулевой день; срок {0}, последний день: {2}.",
        ["days.same"] = "{1} — первый день; срок {0}, последний день: {2}.",
        ["days.left"] = "Осталось: {0}, считая со дня, следующего за днём возобновления ({1}); последний день: {2}.",
        ["days.none-left"] = "Неиспользованных дней не осталось; последний день — день возобновления: {1}.",
        ["days.rolled"] = "{0} — нерабочий день; последний день: {1}.",
        ["cap"] = "Предельный момент по закону наступает раньше: {0}.",
        ["cap.before"] = "Предельный момент по закону предшествует началу отсчёта и не применяется.",
        ["answer.fixed"] = "В срок: по {0} включительно; с опозданием: с {1}.",
        ["answer.immediate"] = "Закон требует действовать незамедлительно и числа дней не называет: даты окончания нет.",
        ["answer.benchmark"] = "Ориентир трекера, не закон: {0}, то есть до момента {1}. Показываются прошедшие часы.",
        ["answer.unknown"] = "Продолжительность срока неизвестна: дата не называется.",
        ["answer.never"] = "При таком толковании срок не истекает.",
        ["answer.paused"] = "Производство приостановлено и не возобновлено: до возобновления дата не называется.",
        ["reading.fixed"] = "Иное толкование ({0}): в срок по {1} включительно.",
        ["reading.immediate"] = "Иное толкование ({0}): незамедлительно, без даты.",
        ["reading.unknown"] = "Иное толкование ({0}): неизвестно.",
        ["reading.never"] = "Иное толкование ({0}): дата не наступает.",
        ["reading.paused"] = "Иное толкование ({0}): приостановлено и не возобновлено.",
        ["readings.none"] = "Открытые вопросы, которые здесь ничего не меняют при любом ответе: {0}.",
        ["span"] = "В срок при любом толковании: по {0} включительно; с опозданием при любом толковании: с {1}.",
        ["span.open"] = "В срок при любом толковании: по {0} включительно; при одном из толкований срок не пропущен никогда.",
        ["span.at-once"] = "При одном из толкований действовать нужно незамедлительно: при любом толковании безопасно лишь сделанное сразу. Самое раннее толкование с датой — по {0} включительно.",
        ["calendar.not-covered"] = "Календарь перечисляет нерабочие дни за период {0} — {1}; вне его известны только выходные.",
        ["versions"] = "Расчёт: свод правил {0}, календарь {1}, база часовых поясов {2}.",
        ["versions.no-calendar"] = "Расчёт: свод правил {0}, без перечня нерабочих дней, база часовых поясов {2}.",
    }.ToFrozenDictionary();

    protected override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["complainant"] = "заявитель",
        ["petitioner"] = "субъект обращения",
        ["forum"] = "орган, рассматривающий дело",
        ["court"] = "суд",
        ["police"] = "правоохранительный орган",
        ["stateBody"] = "государственный орган",
        ["violationDate"] = "предполагаемое нарушение",
        ["decisionTaken"] = "принятие решения",
        ["decisionDate"] = "дата решения",
        ["decisionServed"] = "вручение решения",
        ["received"] = "получение органом",
        ["requestReceived"] = "получение запроса",
        ["resultsAnnounced"] = "объявление итогов",
        ["inactionDate"] = "день, когда молчание стало бездействием",
        ["judgmentDelivered"] = "вынесение судебного решения",
        ["actDate"] = "действие",
        ["actOrIdentifiedOrDecision"] = "действие, его обнаружение или решение",
        ["publicationOrActOrDisclosure"] = "опубликование, действие или его раскрытие",
    }.ToFrozenDictionary();

    protected override string Date(LocalDate date) =>
        $"{Whole(date.Day)} {Months[date.Month - 1]} {Whole(date.Year)} г. ({Days[(int)date.DayOfWeek - 1]})";

    protected override string Number(int value, Unit unit) => unit switch
    {
        Unit.WorkingDay => Counted(value, "рабочий день", "рабочих дня", "рабочих дней"),
        Unit.Hour => Counted(value, "час", "часа", "часов"),
        _ => Counted(value, "день", "дня", "дней"),
    };

    protected override string Wording(Text text) => text.In(Language.Russian);

    private static string Counted(int value, string one, string few, string many)
    {
        var name = value % 100 is >= 11 and <= 14 ? many : (value % 10) switch { 1 => one, >= 2 and <= 4 => few, _ => many };
        return $"{Whole(value)} {name}";
    }
}
