namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads the ways to read the law that differ from the primary one.</summary>
internal static class ReadingReader
{
    private const Needs Moments = Needs.PublishedAt | Needs.KnownAt | Needs.ServedAt | Needs.DeterminedAt;

    public static ReadingRule Read(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "id", "limits", "needs", "change", "label"]);
        Draft.Refer(element, "ambiguity", draft.Ambiguities);
        Draft.Refer(element, "limits", draft.Limits);
        draft.Named.UnionWith(element.Texts("ambiguity"));

        var change = element.Need("change")?.Only(
            "startFrom", "start", "startOffsetDays", "startDateZone", "length", "roll", "windowFromDaysBefore", "windowHoursBefore",
            "windowAnchorTime", "window", "afterSuspension", "neverStarts", "neverEnds", "limit");
        var keys = change?.Keys.ToArray() ?? [];

        if (keys.Length == 0)
        {
            element.Fault("missing", "change", "A reading changes something.");
        }

        var rule = new ReadingRule
        {
            Id = element.Text("id"),
            Ambiguity = element.Text("ambiguity"),
            Limits = element.Texts("limits"),
            Label = element.Wording("label"),
            Needs = element.CodeOrNull<Needs>("needs") ?? Needs.None,
            Change = change is null ? ReadingChange.Nothing : ChangeOf(change, draft),
            Keys = keys,
            Footing = FootingReader.ReadOr(element.Text("ambiguity"), element, draft),
        };
        Check(element, rule, draft);
        return rule;
    }

    private static ReadingChange ChangeOf(Element change, Draft draft)
    {
        Draft.Listed(change, "startDateZone", ["forum"]);
        Draft.Listed(change, "window", ["none"]);
        Draft.Refer(change, "limit", draft.Limits);

        if (change.Has("windowHoursBefore") != change.Has("windowAnchorTime"))
        {
            change.Fault("missing", "windowAnchorTime", "Hours before need the clock time they are counted back from, and the reverse.");
        }

        return new ReadingChange
        {
            StartFrom = change.CodeOrNull<Needs>("startFrom"),
            Start = change.CodeOrNull<DayOne>("start"),
            StartOffsetDays = change.IntOrNull("startOffsetDays", -366, 366),
            StartDateAtForum = change.Has("startDateZone") ? true : null,
            Length = change.IntOrNull("length", 1, LimitReader.Longest),
            Roll = change.CodeOrNull<Roll>("roll"),
            WindowFromDaysBefore = change.IntOrNull("windowFromDaysBefore", 0, 366),
            WindowHoursBefore = change.IntOrNull("windowHoursBefore", 0, 8784),
            WindowAnchorTime = change.TimeOrNull("windowAnchorTime"),
            WithoutWindow = change.Has("window") ? true : null,
            AfterSuspension = change.CodeOrNull<AfterSuspension>("afterSuspension"),
            NeverStarts = change.BoolOrNull("neverStarts"),
            NeverEnds = change.BoolOrNull("neverEnds"),
            Limit = change.TextOrNull("limit") is { } limit ? draft.Limits.GetValueOrDefault(limit) : null,
        };
    }

    private static void Check(Element element, ReadingRule rule, Draft draft)
    {
        if (rule.Change.StartFrom is { } moment && ((moment & Moments) == Needs.None || !rule.Needs.HasFlag(moment)))
        {
            element.Fault("value", "needs", "A reading that starts from a moment needs that moment.");
        }

        if (rule.Change.AfterSuspension is not null && !rule.Needs.HasFlag(Needs.Suspended))
        {
            element.Fault("value", "needs", "A reading about what is left after a suspension needs one.");
        }

        foreach (var limit in rule.Limits.Select(id => draft.Limits.GetValueOrDefault(id)).OfType<TimeLimit>())
        {
            if (rule.Change.AfterSuspension is not null && !limit.IsPausable)
            {
                element.Fault("value", "limits", $"{limit.Id} cannot be suspended.");
            }

            if (rule.Change.Limit is { } other && other.Trigger != limit.Trigger)
            {
                element.Fault("value", "change.limit", $"{other.Id} starts with {other.Trigger}, {limit.Id} with {limit.Trigger}.");
            }
        }
    }
}
