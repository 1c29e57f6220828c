using System.Collections.Frozen;

namespace Complaints.Domain.Admissibility;

/// <summary>The names of the elements of form.</summary>
public static class FormElements
{
    private static readonly FrozenDictionary<string, Text> Names = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["forum_named"] = new("the body it is addressed to", "орган, которому она адресована", "жолданған орган"),
        ["complainant_named"] = new("the name of the complainant", "имя или наименование заявителя", "шағымданушының аты-жөні немесе атауы"),
        ["address_or_contact"] = new("an address", "адрес", "мекенжай"),
        ["facts"] = new("the facts", "обстоятельства", "мән-жайлар"),
        ["date_and_place"] = new("when and where it happened", "время и место события", "оқиғаның уақыты мен орны"),
        ["challenged_act"] = new("the act that is challenged, and whose it is", "обжалуемый акт и чей он", "шағым берілген акт және оның кімдікі екені"),
        ["legal_basis"] = new("the provisions relied on", "нормы права", "құқық нормалары"),
        ["remedy_sought"] = new("what is demanded", "требования", "талаптар"),
        ["evidence_listed"] = new("a list of the evidence", "перечень доказательств", "дәлелдемелер тізбесі"),
        ["copies"] = new("copies for the other parties", "копии для других сторон", "өзге тараптарға арналған көшірмелер"),
        ["power_of_attorney"] = new("a power of attorney", "доверенность", "сенімхат"),
        ["date"] = new("the date", "дата", "күні"),
        ["signature"] = new("a signature", "подпись", "қолы"),
    }.ToFrozenDictionary();

    /// <summary>The name of the element of this code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static Text NameOf(string code) => Names[code];
}
