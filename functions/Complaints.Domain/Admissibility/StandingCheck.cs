using System.Globalization;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Admissibility;

/// <summary>Whether the complainant may come to the forum. Only a closed list of office holders makes it fail.</summary>
internal static class StandingCheck
{
    private const string OneFifth = "one_fifth_of_all_mps";
    private const string Member = "public_official_mp";
    private const string NotTold = "unknown";

    public static Finding Of(Question asked)
    {
        if (asked.Rulebook.StandingFor(asked.Filing) is not { } rule)
        {
            return new(Check.Standing, Verdict.Unclear, "standing.not-known", Sayings.Say("standing.not-known"), null, Sayings.Say("fix.lawyer"));
        }

        var type = asked.Facts.ComplainantType is null or NotTold ? null : asked.Facts.ComplainantType;

        return rule.Who switch
        {
            WhoMayFile.Anyone => Say(rule, Verdict.Pass, "standing.open", null),
            WhoMayFile.Unknown => Say(rule, Verdict.Unclear, "standing.unclear", Sayings.Say("fix.own-right")),
            WhoMayFile.Listed when type is null => Say(rule, Verdict.Unclear, "standing.complainant-unknown", Sayings.Say("fix.complainant")),
            WhoMayFile.Listed when rule.ComplainantTypes.Contains(type) => Say(rule, Verdict.Pass, "standing.named", null),
            WhoMayFile.Listed => Say(rule, Verdict.Unclear, "standing.not-named", Sayings.Say("fix.own-right")),
            _ => Office(rule, asked.Forum, type, asked.Facts.Members),
        };
    }

    private static Finding Office(StandingRule rule, Forum forum, string? type, int? members)
    {
        var together = forum.Standing.Contains(OneFifth);

        if (type is not null && type != OneFifth && forum.Standing.Contains(type))
        {
            return Say(rule, Verdict.Pass, "standing.office-holder", null);
        }

        if (!together || type is not (null or OneFifth or Member))
        {
            return Say(rule, Verdict.Fail, "standing.office-holders-only", Sayings.Say("fix.office-holder"));
        }

        if (type is null && members is null)
        {
            return Say(rule, Verdict.Unclear, "standing.complainant-unknown", Sayings.Say("fix.complainant"));
        }

        if (members is not { } number || rule.Parliament is not { } parliament)
        {
            return rule.Parliament is { } known
                ? Say(rule, Verdict.Unclear, "standing.members-unknown", Sayings.Say("fix.members"), Number(known.OneFifth), Number(known.Total))
                : Say(rule, Verdict.Unclear, "standing.parliament-unknown", Sayings.Say("fix.lawyer"));
        }

        if (number > parliament.Total)
        {
            return Say(rule, Verdict.Unclear, "standing.too-many-members", Sayings.Say("fix.members"), Number(number), Number(parliament.Total));
        }

        return number >= parliament.OneFifth
            ? Say(rule, Verdict.Pass, "standing.one-fifth", null, Number(number), Number(parliament.OneFifth), Number(parliament.Total))
            : Say(
                rule, Verdict.Fail, "standing.under-one-fifth", Sayings.Say("fix.more-members", Number(parliament.OneFifth - number)),
                Number(number), Number(parliament.OneFifth), Number(parliament.Total));
    }

    private static Argument Number(int value) => new Argument.Literal(value.ToString(CultureInfo.InvariantCulture));

    private static Finding Say(StandingRule rule, Verdict verdict, string code, Text? fix, params Argument[] arguments) => new(
        Check.Standing, verdict, code, Text.Join(" ", rule.Says, Sayings.Say(code, arguments)),
        Sayings.Cite(rule.Footing), fix);
}
