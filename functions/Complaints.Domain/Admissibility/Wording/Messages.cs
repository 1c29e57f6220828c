using System.Collections.Frozen;

namespace Complaints.Domain.Admissibility.Wording;

/// <summary>The sentence of every code a check can give, with {0}, {1} ... for the arguments.</summary>
internal static class Messages
{
    public static readonly FrozenDictionary<string, Text> All = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["forum.competent"] = new("{0} hears such an act first.", "{0}: первая инстанция для такого акта.", "{0}: мұндай акт үшін бірінші саты."),
        ["forum.unclear"] = new(
            "The law leaves open where such an act is heard: {0}, or {1}.",
            "Закон не говорит ясно, где рассматривается такой акт: {0} или {1}.",
            "Заң мұндай актінің қайда қаралатынын ашық қалдырады: {0} немесе {1}."),
        ["forum.wrong"] = new(
            "{0} is not the forum for this act. It is heard by: {1}.",
            "{0} такой акт не рассматривает. Его рассматривает: {1}.",
            "{0} мұндай актіні қарамайды. Оны қарайтын: {1}."),
        ["forum.not-named"] = new(
            "{0} is not among the forums named for this act: {1}. Whether it may hear it all the same is not known.",
            "Орган «{0}» не назван среди органов, рассматривающих такой акт: {1}. Может ли он его всё же рассмотреть, неизвестно.",
            "{0} мұндай актіні қарайтын органдардың арасында аталмаған: {1}. Оны бәрібір қарай ала ма — белгісіз."),
        ["forum.own-act"] = new(
            "{0} would look at its own act again; the act is heard by: {1}.",
            "Орган «{0}» пересматривал бы собственный акт; рассматривает его: {1}.",
            "{0} өз актісін қайта қарар еді; оны қарайтын: {1}."),
        ["forum.hears-any-breach"] = new(
            "{0} must take up breaches of election law; that stops the time nowhere else.",
            "{0}: орган обязан принимать заявления о нарушениях законодательства о выборах; сроки в других органах это не останавливает.",
            "{0} сайлау туралы заңнаманың бұзылуы туралы арыздарды қабылдауға міндетті; бұл өзге жердегі мерзімдерді тоқтатпайды."),
        ["forum.takes-applications"] = new(
            "{0} takes applications: any written communication to a state body.",
            "{0} принимает иные обращения: любое письменное обращение в государственный орган.",
            "{0} өтініштерді қабылдайды: мемлекеттік органға кез келген жазбаша өтініш."),
        ["forum.not-known"] = new(
            "Who hears such an act first is not known to the rulebook.",
            "В своде правил не указано, кто первым рассматривает такой акт.",
            "Мұндай актіні кім бірінші қарайтыны жинақта көрсетілмеген."),
        ["forum.actor-unknown"] = new(
            "Whether {0} is the right forum depends on whose act is challenged.",
            "Компетенция зависит от того, чей акт обжалуется: {0}.",
            "Құзырет кімнің актісіне шағым берілетініне байланысты: {0}."),
        ["assumed"] = new("Assumed ({0}): {1}", "Допущение ({0}): {1}", "Болжам ({0}): {1}"),

        ["standing.open"] = new("The complainant may come.", "Заявитель вправе обратиться.", "Шағымданушы жүгіне алады."),
        ["standing.named"] = new("The complainant is among them.", "Заявитель относится к ним.", "Шағымданушы солардың қатарында."),
        ["standing.not-named"] = new(
            "The complainant is not among those named; that alone decides nothing.",
            "Заявитель среди них не назван; само по себе это ничего не решает.",
            "Шағымданушы олардың арасында аталмаған; бұл өздігінен ештеңені шешпейді."),
        ["standing.unclear"] = new(
            "The claim to standing is recorded; a forum may see it otherwise.",
            "Система записывает, что заявитель считает себя вправе обратиться; орган может не согласиться.",
            "Шағымданушының өзін жүгінуге құқылы деп санайтыны жазылады; орган оны басқаша бағалауы мүмкін."),
        ["standing.complainant-unknown"] = new("Who complains was not said.", "Кто жалуется, не указано.", "Кім шағымданатыны айтылмаған."),
        ["standing.not-known"] = new(
            "Who may come to this forum is not known to the rulebook.",
            "В своде правил не указано, кто вправе обратиться в этот орган.",
            "Бұл органға кім жүгіне алатыны жинақта көрсетілмеген."),
        ["standing.office-holder"] = new("The complainant is one of them.", "Заявитель — один из них.", "Шағымданушы — солардың бірі."),
        ["standing.office-holders-only"] = new("The complainant is none of them.", "Заявитель к ним не относится.", "Шағымданушы олардың қатарына жатпайды."),
        ["standing.one-fifth"] = new(
            "{0} members are enough: one fifth of all {2} is {1}.",
            "Депутатов: {0}, этого достаточно; одна пятая от всех ({2}) — {1}.",
            "Депутат саны: {0}, бұл жеткілікті; барлығының ({2}) бестен бірі — {1}."),
        ["standing.under-one-fifth"] = new(
            "{0} members are too few: one fifth of all {2} is {1}.",
            "Депутатов: {0}, этого мало; одна пятая от всех ({2}) — {1}.",
            "Депутат саны: {0}, бұл аз; барлығының ({2}) бестен бірі — {1}."),
        ["standing.members-unknown"] = new(
            "How many members file together was not said; one fifth of all {1} is {0}.",
            "Сколько депутатов обращается вместе, не указано; одна пятая от всех ({1}) — {0}.",
            "Қанша депутат бірге жүгінетіні айтылмаған; барлығының ({1}) бестен бірі — {0}."),
        ["standing.too-many-members"] = new(
            "{0} members were said; there are {1}.",
            "Указано депутатов: {0}; всего их {1}.",
            "Көрсетілген депутат саны: {0}; барлығы — {1}."),
        ["standing.parliament-unknown"] = new(
            "How many members this parliament has is not known to the rulebook.",
            "В своде правил не указано, сколько депутатов в этом парламенте.",
            "Бұл парламенттің депутат саны жинақта көрсетілмеген."),

        ["time.in-time"] = new(
            "{0}. In time under every reading until {1}; left: {2}.",
            "{0}. В срок при любом толковании по {1} включительно; осталось: {2}.",
            "{0}. Кез келген түсіндіру бойынша мерзімінде; соңғы сәт: {1}; қалғаны: {2}."),
        ["time.place-unknown"] = new(
            "{0}. In time until {1} if it happened where the forum's clock runs; further west the day may have been the one before, and the time ends a day earlier.",
            "{0}. В срок по {1} включительно, если событие произошло в часовом поясе органа; западнее мог быть ещё предыдущий день, и тогда срок истекает на день раньше.",
            "{0}. Оқиға органның уақыт белдеуінде болса, соңғы сәт: {1}; батысырақ жерде алдыңғы күн болуы мүмкін, онда мерзім бір күн бұрын аяқталады."),
        ["time.as-complaint"] = new(
            "There is no time limit for an application, but by its content this is a complaint:",
            "Для иного обращения срока нет, но по содержанию это жалоба:",
            "Өтініш үшін мерзім жоқ, бірақ мазмұны бойынша бұл — шағым:"),
        ["time.contested"] = new(
            "{0}. The earliest reading ended with {1}; the latest ends with {2}. In between it can be called late.",
            "{0}. По самому раннему толкованию срок истёк: {1}; по самому позднему истекает: {2}. Между ними жалобу могут счесть поданной поздно.",
            "{0}. Ең ерте түсіндіру бойынша мерзім аяқталды: {1}; ең кеш түсіндіру бойынша аяқталуы: {2}. Олардың арасында шағым кешіккен деп танылуы мүмкін."),
        ["time.endless"] = new(
            "{0}. The earliest reading ended with {1}; under another the time has no end. It can be called late.",
            "{0}. По самому раннему толкованию срок истёк: {1}; по другому он не имеет конца. Жалобу могут счесть поданной поздно.",
            "{0}. Ең ерте түсіндіру бойынша мерзім аяқталды: {1}; басқа түсіндіру бойынша оның соңы жоқ. Шағым кешіккен деп танылуы мүмкін."),
        ["time.late"] = new(
            "{0}. Every reading of the law has ended, the last with {1}.",
            "{0}. Срок истёк при любом толковании, последний: {1}.",
            "{0}. Кез келген түсіндіру бойынша мерзім аяқталды, соңғысы: {1}."),
        ["time.immediate"] = new(
            "{0}. The law asks for it without delay and gives no number; {1} have passed. A benchmark, not law: {2}.",
            "{0}. Закон требует действовать незамедлительно и числа дней не называет; прошло: {1}. Ориентир, не закон: {2}.",
            "{0}. Заң дереу әрекет етуді талап етеді, күн санын атамайды; өткені: {1}. Бағдар (заң емес): {2}."),
        ["time.no-date"] = new(
            "{0}. The law gives no date; {1} have passed.",
            "{0}. Даты закон не даёт; прошло: {1}.",
            "{0}. Заң күн бермейді; өткені: {1}."),
        ["time.no-limit"] = new(
            "The rulebook gives no time limit for bringing this to: {0}.",
            "В своде правил не указан срок подачи. Орган: {0}.",
            "Жинақ беру мерзімін көрсетпейді. Орган: {0}."),
        ["time.none-for-applications"] = new(
            "No time limit is set for bringing an application.",
            "Срок подачи иного обращения не установлен.",
            "Өтініш беру мерзімі белгіленбеген."),
        ["time.start-unknown"] = new(
            "When it happened was not said, so nothing can be counted.",
            "Когда это произошло, не указано: считать не от чего.",
            "Оқиға қашан болғаны айтылмаған: есептейтін негіз жоқ."),
        ["time.zone-unknown"] = new(
            "{0} sits at the place: without its time zone the end of the last day is not known.",
            "{0}: орган находится на месте; без его часового пояса конец последнего дня неизвестен.",
            "{0} сол жерде орналасқан; уақыт белдеуінсіз соңғы күннің аяғы белгісіз."),
        ["time.before-start"] = new(
            "The filing would come before what it is about.",
            "Подача оказалась бы раньше самого события.",
            "Шағым оқиғаның өзінен бұрын берілген болар еді."),

        ["form.complete"] = new(
            "It has what the sources ask for and what caution adds.",
            "Есть всё, чего требуют источники и советует осторожность.",
            "Дереккөздер талап ететіннің және сақтық ұсынатынның бәрі бар."),
        ["form.incomplete"] = new("Missing: {0}.", "Не хватает: {0}.", "Жетіспейді: {0}."),
        ["form.anonymous"] = new(
            "As it is, the filing is anonymous. Missing: {0}.",
            "В таком виде это анонимное обращение. Не хватает: {0}.",
            "Бұл түрінде өтініш жасырын болып табылады. Жетіспейді: {0}."),
        ["form.thin"] = new(
            "Nothing a source requires is missing, but it lacks: {0}.",
            "Всё, чего требуют источники, есть, но нет следующего: {0}.",
            "Дереккөздер талап ететіннің бәрі бар, бірақ мыналар жоқ: {0}."),
        ["form.not-told"] = new("What it contains was not said.", "Что в ней содержится, не указано.", "Онда не бар екені айтылмаған."),
        ["form.not-known"] = new(
            "What such a filing must contain is not known to the rulebook.",
            "В своде правил не указано, что должна содержать такая жалоба.",
            "Мұндай шағымда не болуы керектігі жинақта көрсетілмеген."),

        ["kind.complaint"] = new(
            "It attacks an act: by its content it is a complaint.",
            "Обжалуется акт: по содержанию это жалоба.",
            "Актіге шағым берілген: мазмұны бойынша бұл — шағым."),
        ["kind.application"] = new(
            "It attacks nothing: by its content it is an application, answered in its own time.",
            "Ничего не обжалуется: по содержанию это иное обращение, ответ даётся в свой срок.",
            "Ештеңеге шағым берілмеген: мазмұны бойынша бұл — өтініш, жауабы өз мерзімінде беріледі."),
        ["kind.may-be-application"] = new(
            "It is called a complaint and names no act that it attacks: it may be treated as an application, with a longer time to answer.",
            "Названа жалобой, но не указан обжалуемый акт: её могут счесть иным обращением с более долгим сроком ответа.",
            "Шағым деп аталған, бірақ шағым берілген акт көрсетілмеген: оны жауап мерзімі ұзағырақ өтініш деп тануы мүмкін."),
        ["kind.may-be-complaint"] = new(
            "It is called an application and attacks an act: by its content it is a complaint.",
            "Названа иным обращением, но обжалует акт: по содержанию это жалоба.",
            "Өтініш деп аталған, бірақ актіге шағымданады: мазмұны бойынша бұл — шағым."),
        ["kind.not-told-apart"] = new(
            "How applications are told from complaints is not known to the rulebook.",
            "В своде правил не указано, чем иное обращение отличается от жалобы.",
            "Өтініштің шағымнан айырмасы жинақта көрсетілмеген."),
        ["kind.unknown"] = new(
            "Whether it is a complaint or an application was not said.",
            "Жалоба это или иное обращение, не указано.",
            "Бұл шағым ба, өтініш пе — айтылмаған."),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
