using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Admissibility;

/// <summary>Whether it is the right forum, and if not, which one is and what time is left there.</summary>
internal static class ForumCheck
{
    public static Finding Of(Question asked)
    {
        var (rulebook, forum, facts) = asked;
        var here = new Argument.Wording(forum.Name);

        if (facts.ChallengedActor is not { } actor)
        {
            if (forum.HearsAnyBreach)
            {
                return Say(Verdict.Pass, "forum.hears-any-breach", forum.Footing.Citation, Sayings.Say("fix.actor"), here);
            }

            return asked.IsApplication && asked.Classification is { } policy && forum.Kind is not (ForumKind.Court or ForumKind.Constitutional)
                ? Say(Verdict.Pass, "forum.takes-applications", policy.Footing.Citation, null, here)
                : Say(Verdict.Unclear, "forum.actor-unknown", null, Sayings.Say("fix.actor"), here);
        }

        var competent = rulebook.CompetentForums(actor, facts.ChallengedActKind, facts.Subject);
        var rule = competent.Count == 0 ? null : rulebook.JurisdictionRules.FirstOrDefault(each => each.Id == competent[0].Rule);
        var citation = CitationOf(rulebook, actor, rule);
        var rest = competent.Where(each => each.Forum.Id != forum.Id).Select(each => each.Forum).ToArray();
        var others = new Argument.Wording(Sayings.List(rest.Select(each => each.Name)));

        if (rest.Length < competent.Count)
        {
            return competent[0].IsUnclear
                ? Say(Verdict.Unclear, "forum.unclear", citation, Sayings.Say("fix.both", ThereOf(asked, competent)), here, others)
                : Assumed(Say(Verdict.Pass, "forum.competent", citation, null, here), rule);
        }

        if (forum.HearsAnyBreach)
        {
            var besides = competent.Count == 0 ? null : Sayings.Say("fix.besides", ThereOf(asked, competent));
            return Say(Verdict.Pass, "forum.hears-any-breach", forum.Footing.Citation, besides, here);
        }

        if (competent.Count == 0)
        {
            return Say(Verdict.Unclear, "forum.not-known", null, Sayings.Say("fix.lawyer"), here);
        }

        var verdict = forum.IsCommission && forum.Id == actor ? (Verdict.Unclear, "forum.own-act")
            : rulebook.WrongForums(actor, facts.ChallengedActKind, facts.Subject).Contains(forum.Id)
                || rule?.Footing.Status is LegalStatus.Statement or LegalStatus.Public ? (Verdict.Fail, "forum.wrong")
            : (Verdict.Unclear, "forum.not-named");
        var fix = Text.Join(" ", Sayings.Say(competent[0].IsUnclear ? "fix.both" : "fix.forum", ThereOf(asked, competent)), Forwarding(rulebook));
        return Say(verdict.Item1, verdict.Item2, citation, fix, here, others);
    }

    /// <summary>Each of these forums with the time left there.</summary>
    private static Argument.Wording ThereOf(Question asked, IReadOnlyList<CompetentForum> forums) => new(Text.Join(
        "; ", [.. forums.Select(each => Remaining.At(each.Forum, asked.TimeAt(each.Forum), asked.Facts.At))]));

    private static Text Forwarding(Rulebook rulebook) =>
        Sayings.Say(rulebook.Forwarding.Duty == true ? "forwarding.duty" : "forwarding.not-known");

    /// <summary>The rule; without one, what is known of the challenged commission, whose next forum it is.</summary>
    private static Text? CitationOf(Rulebook rulebook, string actor, JurisdictionRule? rule) => rule is null
        ? rulebook.FindForum(actor)?.Footing.Citation
        : Sayings.Cite(rule.Footing);

    /// <summary>What rests on an assumption says which.</summary>
    private static Finding Assumed(Finding finding, JurisdictionRule? rule) => rule?.Footing is not { Status: LegalStatus.Assumption } footing
        ? finding
        : finding with
        {
            Message = Text.Join(" ", [finding.Message, .. footing.Assumptions.Select(each => Sayings.Say(
                "assumed", new Argument.Literal(each.Id), new Argument.Wording(each.Text)))]),
        };

    private static Finding Say(Verdict verdict, string code, Text? citation, Text? fix, params Argument[] arguments) =>
        new(Check.Forum, verdict, code, Sayings.Say(code, arguments), citation, fix);
}
