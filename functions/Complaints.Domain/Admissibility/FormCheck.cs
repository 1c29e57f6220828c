using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Admissibility;

/// <summary>Whether the filing has what a source requires (else it fails) and what caution adds (else it is unclear).</summary>
internal static class FormCheck
{
    private static readonly string[] Author = ["complainant_named", "address_or_contact", "signature"];

    public static Finding Of(Question asked)
    {
        var rules = asked.Rulebook.FormFor(asked.Filing);

        if (rules.Count == 0)
        {
            return new(Check.Form, Verdict.Unclear, "form.not-known", Sayings.Say("form.not-known"), null, Sayings.Say("fix.lawyer"));
        }

        var has = asked.Facts.Has ?? [];
        var required = rules.SelectMany(rule => rule.Required).Distinct().Except(has).ToArray();
        var recommended = rules.SelectMany(rule => rule.Recommended).Distinct().Except(has).Except(required).ToArray();

        if (asked.Facts.Has is null)
        {
            return Say(Verdict.Unclear, "form.not-told", rules, Sayings.Say("fix.form", Named([.. required, .. recommended])));
        }

        if (required.Length > 0)
        {
            var code = Author.All(required.Contains) ? "form.anonymous" : "form.incomplete";
            var asking = rules.Where(rule => rule.Required.Intersect(required).Any()).ToArray();
            var fix = Sayings.Say("fix.add", Named(required));
            return Say(
                Verdict.Fail, code, asking, recommended.Length == 0 ? fix : Text.Join(" ", fix, Sayings.Say("fix.add-safer", Named(recommended))), Named(required));
        }

        return recommended.Length > 0
            ? Say(
                Verdict.Unclear, "form.thin", [.. rules.Where(rule => rule.Recommended.Intersect(recommended).Any())],
                Sayings.Say("fix.add-safer", Named(recommended)), Named(recommended))
            : Say(Verdict.Pass, "form.complete", rules, null);
    }

    private static Argument.Wording Named(IReadOnlyList<string> elements) => new(Sayings.List(elements.Select(FormElements.NameOf)));

    private static Finding Say(Verdict verdict, string code, IReadOnlyList<FormRule> rules, Text? fix, params Argument[] arguments) => new(
        Check.Form, verdict, code, Text.Join(" ", [Sayings.Say(code, arguments), .. rules.Select(rule => rule.Says)]),
        Sayings.Cite(rules.Select(rule => rule.Footing)), fix);
}
