namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads the rules beside the limits: parallel proceedings, rectification, forwarding, restoration and the like.</summary>
internal static class PolicyReader
{
    private static readonly string[] Topics = ["receipt", "inactionDate", "lateEffect", "suspensiveEffect", "classification"];

    public static Parallel Parallel(Element root, Draft draft)
    {
        var element = root.Child("parallel")?.Only([.. FootingReader.Keys, "onBoth", "until", "courtNotifiesCommission", "remaining"]);

        if (element is null)
        {
            return new Parallel(ParallelEffect.None, Footing.Unknown);
        }

        Draft.Listed(element, "until", ["courtDecisionInForce"]);
        Draft.Listed(element, "remaining", ["unusedDays"]);
        return new Parallel(element.Code<ParallelEffect>("onBoth"), FootingReader.Read(element, draft));
    }

    public static Rectification Rectification(Element root, Draft draft)
    {
        var element = root.Child("rectification")?.Only([.. FootingReader.Keys, "allowed"]);
        return new Rectification(element?.BoolOrNull("allowed"), element is null ? Footing.Unknown : FootingReader.Read(element, draft));
    }

    public static Forwarding Forwarding(Element root, Draft draft)
    {
        var element = root.Child("forwarding")?.Only([.. FootingReader.Keys, "duty"]);
        var duty = element?.BoolOrNull("duty");
        var known = duty == true || draft.Limits.Values.Any(limit => limit.Kind == LimitKind.Forward);
        return new Forwarding(duty, known, element is null ? Footing.Unknown : FootingReader.Read(element, draft));
    }

    public static Restoration Restoration(Element root, Draft draft)
    {
        var element = root.Child("restoration")?.Only([.. FootingReader.Keys, "allowed", "except"]);
        return new Restoration(element?.BoolOrNull("allowed"), element?.WordingOrNull("except"), element is null ? Footing.Unknown : FootingReader.Read(element, draft));
    }

    public static Policy Policy(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "topic", "rules"]);
        Draft.Listed(element, "topic", Topics);
        var rules = element.Need("rules");
        return new Policy(
            element.Text("topic"),
            rules?.Keys.ToDictionary(key => key, rules.Text, StringComparer.Ordinal) ?? [],
            FootingReader.Read(element, draft));
    }
}
