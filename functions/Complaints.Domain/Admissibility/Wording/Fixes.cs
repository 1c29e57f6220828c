using System.Collections.Frozen;

namespace Complaints.Domain.Admissibility.Wording;

/// <summary>What would mend a filing, and the smaller pieces sentences are made of.</summary>
internal static class Fixes
{
    public static readonly FrozenDictionary<string, Text> All = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["fix.actor"] = new("Say whose act is challenged.", "Укажите, чей акт обжалуется.", "Кімнің актісіне шағым берілетінін көрсетіңіз."),
        ["fix.forum"] = new("Bring it to the right forum. {0}.", "Подайте в надлежащий орган. {0}.", "Тиісті органға беріңіз. {0}."),
        ["fix.both"] = new(
            "Keep every way open while it is. {0}.",
            "Не упускайте ни одного пути, пока он открыт. {0}.",
            "Жолдардың ешқайсысын ашық тұрғанда жіберіп алмаңыз. {0}."),
        ["fix.besides"] = new(
            "Go to the forum that decides as well. {0}.",
            "Обратитесь и в орган, который решает. {0}.",
            "Шешім шығаратын органға да жүгініңіз. {0}."),
        ["fix.lawyer"] = new(
            "Ask a lawyer of the country, and have the answer added to the rulebook.",
            "Спросите юриста этой страны и внесите ответ в свод правил.",
            "Елдің заңгерінен сұрап, жауабын жинаққа енгізіңіз."),
        ["fix.own-right"] = new(
            "Say which right of the complainant's own the act touches, or file with somebody who is named.",
            "Укажите, какое собственное право заявителя затронуто, или подайте вместе с тем, кто назван.",
            "Актінің шағымданушының қандай өз құқығына тигенін көрсетіңіз немесе аталғандардың бірімен бірге беріңіз."),
        ["fix.complainant"] = new("Say who complains.", "Укажите, кто жалуется.", "Кім шағымданатынын көрсетіңіз."),
        ["fix.office-holder"] = new("Win one of them over to petition.", "Убедите обратиться одного из них.", "Солардың бірін жүгінуге көндіріңіз."),
        ["fix.members"] = new(
            "Say how many members of parliament file together.",
            "Укажите, сколько депутатов обращается вместе.",
            "Қанша депутат бірге жүгінетінін көрсетіңіз."),
        ["fix.more-members"] = new(
            "More members needed: {0}; or one of the office holders.",
            "Нужно ещё депутатов: {0}; либо одно из названных должностных лиц.",
            "Тағы депутат қажет: {0}; не аталған лауазымды тұлғалардың бірі."),
        ["fix.start"] = new(
            "Give the moment of the act with its offset from UTC.",
            "Укажите момент события со смещением от UTC.",
            "Оқиға сәтін UTC-ден ығысуымен көрсетіңіз."),
        ["fix.zone"] = new("Give the time zone of the forum.", "Укажите часовой пояс органа.", "Органның уақыт белдеуін көрсетіңіз."),
        ["fix.place"] = new(
            "Give the time zone of the place where it happened.", "Укажите часовой пояс места события.", "Оқиға болған жердің уақыт белдеуін көрсетіңіз."),
        ["fix.dates"] = new("Check both dates.", "Проверьте обе даты.", "Екі күнді де тексеріңіз."),
        ["fix.argue"] = new(
            "File at once, and argue the reading under which it is in time: {0}.",
            "Подайте немедленно и обоснуйте толкование, при котором срок не пропущен: {0}.",
            "Дереу беріңіз және мерзім өтпеген түсіндіруді негіздеңіз: {0}."),
        ["fix.facts"] = new(
            "It may be counted otherwise where one of these holds; give the fact and count again: {0}.",
            "Счёт может быть иным, если верно что-то из этого; укажите факт и посчитайте снова: {0}.",
            "Мыналардың бірі орын алса, басқаша есептелуі мүмкін; деректі көрсетіп, қайта есептеңіз: {0}."),
        ["fix.at-once"] = new("File at once.", "Подайте немедленно.", "Дереу беріңіз."),
        ["fix.form"] = new("See that it has: {0}.", "Проверьте, что в ней есть: {0}.", "Онда мыналардың барын тексеріңіз: {0}."),
        ["fix.add"] = new("Add: {0}.", "Добавьте: {0}.", "Қосыңыз: {0}."),
        ["fix.add-safer"] = new("Safer with: {0}.", "Надёжнее добавить: {0}.", "Қосқан сенімдірек: {0}."),
        ["fix.kind"] = new("Say whether it is a complaint or an application.", "Укажите, жалоба это или обращение.", "Шағым ба, өтініш пе — көрсетіңіз."),
        ["fix.complaint"] = new(
            "Call it a complaint, name the act and whose it is, and say what is demanded; else expect the answer to an application.",
            "Назовите её жалобой, укажите акт, чей он, и требование; иначе ждите ответа как на иное обращение.",
            "Оны шағым деп атап, актіні, оның кімдікі екенін және талапты көрсетіңіз; әйтпесе өтінішке берілетін жауапты күтіңіз."),

        ["there.open"] = new(
            "{0}: in time under every reading until {1}, left {2}",
            "{0}: в срок при любом толковании по {1} включительно, осталось {2}",
            "{0}: кез келген түсіндіру бойынша соңғы сәт — {1}, қалғаны {2}"),
        ["there.open-longer"] = new(
            "{0}: in time under every reading until {1}, left {2}; by the primary reading until {3}, left {4}",
            "{0}: в срок при любом толковании по {1} включительно, осталось {2}; по основному толкованию по {3} включительно, осталось {4}",
            "{0}: кез келген түсіндіру бойынша соңғы сәт — {1}, қалғаны {2}; негізгі түсіндіру бойынша соңғы сәт — {3}, қалғаны {4}"),
        ["there.contested"] = new(
            "{0}: the earliest reading ended with {1}, the latest ends with {2}",
            "{0}: по самому раннему толкованию срок истёк {1}, по самому позднему истекает {2}",
            "{0}: ең ерте түсіндіру бойынша мерзім аяқталды — {1}, ең кеш түсіндіру бойынша аяқталуы — {2}"),
        ["there.endless"] = new(
            "{0}: the earliest reading ended with {1}, another has no end",
            "{0}: по самому раннему толкованию срок истёк {1}, по другому он не имеет конца",
            "{0}: ең ерте түсіндіру бойынша мерзім аяқталды — {1}, басқа түсіндіру бойынша оның соңы жоқ"),
        ["there.late"] = new(
            "{0}: every reading has ended there, the last with {1}",
            "{0}: там срок истёк при любом толковании, последний {1}",
            "{0}: онда мерзім кез келген түсіндіру бойынша аяқталды, соңғысы — {1}"),
        ["there.not-known"] = new(
            "{0}: the time there is not known",
            "{0}: срок там неизвестен",
            "{0}: ондағы мерзім белгісіз"),
        ["forwarding.duty"] = new(
            "A forum without jurisdiction must pass the filing on.",
            "Орган без полномочий обязан переслать жалобу.",
            "Құзыреті жоқ орган шағымды тиісті органға жіберуге міндетті."),
        ["forwarding.not-known"] = new(
            "That a filing in the wrong forum keeps the time is not known: count on nothing.",
            "Сохраняет ли срок подача в ненадлежащий орган, неизвестно: не рассчитывайте на это.",
            "Қате органға беру мерзімді сақтай ма — белгісіз: оған сенбеңіз."),
        ["restoration.allowed"] = new(
            "Ask for the missed time to be restored.",
            "Просите восстановить пропущенный срок.",
            "Өтіп кеткен мерзімді қалпына келтіруді сұраңыз."),
        ["restoration.none"] = new(
            "The law does not restore a missed time.",
            "Пропущенный срок закон не восстанавливает.",
            "Заң өтіп кеткен мерзімді қалпына келтірмейді."),
        ["restoration.not-known"] = new(
            "Whether a missed time can be restored is not known.",
            "Можно ли восстановить пропущенный срок, неизвестно.",
            "Өтіп кеткен мерзімді қалпына келтіруге бола ма — белгісіз."),
        ["reading.primary"] = new("the primary reading", "основное толкование", "негізгі түсіндіру"),
        ["span.days-and-hours"] = new("{0} {1}", "{0} {1}", "{0} {1}"),
        ["span.under-an-hour"] = new("less than an hour", "меньше часа", "бір сағаттан аз"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
