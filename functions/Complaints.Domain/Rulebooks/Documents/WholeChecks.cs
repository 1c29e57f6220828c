namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>What can only be seen once the whole document is read: routes, ties between limits, a calendar where one is needed.</summary>
internal static class WholeChecks
{
    public static void Routes(IReadOnlyList<Element> forums, IReadOnlyList<JurisdictionRule> rules, Draft draft)
    {
        var reached = draft.Forums.Values.SelectMany(forum => forum.Next ?? [])
            .Concat(rules.SelectMany(rule => rule.FirstInstance))
            .Concat(draft.Limits.Values.SelectMany(limit => limit.AppliesTo.Forum))
            .ToHashSet(StringComparer.Ordinal);

        foreach (var element in forums)
        {
            Draft.Refer(element, "next", draft.Forums);

            if (!draft.Forums.TryGetValue(element.Text("id"), out var forum))
            {
                continue;
            }

            if (!forum.IsCommission && !reached.Contains(forum.Id))
            {
                element.Fault("unreachable", "id", $"Nothing leads to {forum.Id}.");
            }

            if (LeadsTo(forum, forum.Id, draft, []))
            {
                element.Fault("circle", "next", $"The way up from {forum.Id} comes back to it.");
            }
        }
    }

    /// <summary>Two limits of one kind and trigger that apply to the same case with the same weight: nobody could choose.</summary>
    public static void Ties(Draft draft)
    {
        var limits = draft.Limits.Values.ToArray();

        foreach (var (index, one) in limits.Index())
        {
            foreach (var other in limits.Take(index).Where(other => AreTied(one, other)))
            {
                draft.Faults.Add(
                    "tie", draft.LimitPaths[one.Id], $"{one.Id} and {other.Id} may both apply with the same priority and as many selectors.");
            }
        }
    }

    /// <summary>Two rules of standing for the same filing with as many selectors.</summary>
    public static void Ties(IReadOnlyList<StandingRule> standing, Draft draft)
    {
        foreach (var (index, one) in standing.Index())
        {
            foreach (var other in standing.Take(index).Where(other => one.Scope.Keys == other.Scope.Keys && one.Scope.Overlaps(other.Scope)))
            {
                draft.Faults.Add("tie", $"$.standing[{index}]", $"{one.Id} and {other.Id} may both apply with as many selectors.");
            }
        }
    }

    public static void Calendars(Element root, IReadOnlyList<ReadingRule> readings, DayCount dayCount, Calendar? calendar, Draft draft)
    {
        var needed = dayCount.Roll == Roll.NextWorkingDay
            || readings.Any(reading => reading.Change.Roll == Roll.NextWorkingDay)
            || draft.Limits.Values.Any(limit => limit.Length.Unit == Unit.WorkingDay);

        if (needed && calendar is null)
        {
            root.Fault("missing", "calendar", "Working days are counted, so a calendar is needed.");
        }
    }

    /// <summary>An assumption or an open question that no element names: nobody could say what hangs on it.</summary>
    public static void Unused(Draft draft)
    {
        foreach (var id in draft.Assumptions.Keys.Concat(draft.Ambiguities.Keys).Where(id => !draft.Named.Contains(id)))
        {
            draft.Faults.Add("unused", draft.Places[id], $"Nothing names {id}.");
        }
    }

    private static bool AreTied(TimeLimit one, TimeLimit other) =>
        one.Kind == other.Kind && one.Trigger == other.Trigger && one.Priority == other.Priority
        && one.AppliesTo.Keys == other.AppliesTo.Keys && one.AppliesTo.Overlaps(other.AppliesTo);

    private static bool LeadsTo(Forum from, string id, Draft draft, HashSet<string> seen) =>
        (from.Next ?? []).Any(next => next == id
            || (seen.Add(next) && draft.Forums.TryGetValue(next, out var forum) && LeadsTo(forum, id, draft, seen)));
}
