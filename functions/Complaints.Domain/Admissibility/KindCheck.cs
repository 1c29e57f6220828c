using Complaints.Domain.Deadlines;

namespace Complaints.Domain.Admissibility;

/// <summary>Whether it is a complaint or an application, told by its content; an authority may label it otherwise.</summary>
internal static class KindCheck
{
    public static Finding Of(Question asked)
    {
        var attacks = asked.AttacksAnAct;

        return asked.Facts.Matter switch
        {
            null => Say(asked, Verdict.Unclear, "kind.unknown", "fix.kind"),
            _ when !asked.IsApplication => attacks
                ? Say(asked, Verdict.Pass, "kind.complaint", null)
                : Say(asked, Verdict.Unclear, "kind.may-be-application", "fix.complaint"),
            _ when asked.Classification is null => Say(asked, Verdict.Unclear, "kind.not-told-apart", "fix.lawyer"),
            _ => attacks
                ? Say(asked, Verdict.Unclear, "kind.may-be-complaint", "fix.complaint")
                : Say(asked, Verdict.Pass, "kind.application", null),
        };
    }

    private static Finding Say(Question asked, Verdict verdict, string code, string? fix, params Argument[] arguments) => new(
        Check.Kind, verdict, code, Sayings.Say(code, arguments),
        Sayings.Cite(asked.Classification?.Footing),
        fix is null ? null : Sayings.Say(fix));
}
