using System.Globalization;
using NodaTime;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Reads time limits and the windows near election day.</summary>
internal static class LimitReader
{
    /// <summary>The greatest number of units a limit may have.</summary>
    public const int Longest = 3660;

    private static readonly string[] Obligors = ["complainant", "petitioner", "forum", "court", "police", "stateBody"];

    /// <summary>Limits that a window leads to come first, then the windows, then the limits that may have a window.</summary>
    public static void ReadAll(Element root, Draft draft)
    {
        var limits = root.Items("limits").ToLookup(limit => limit.Child("appliesTo")?.Has("viaWindow") ?? false);
        var windows = root.Items("windows");

        foreach (var limit in limits[true])
        {
            Read(limit, draft);
        }

        foreach (var window in windows)
        {
            ReadWindow(window, draft);
        }

        foreach (var limit in limits[false])
        {
            Read(limit, draft);
        }

        foreach (var limit in limits[true])
        {
            Draft.Refer(limit.Child("appliesTo")!, "viaWindow", draft.Windows);
        }
    }

    private static void Read(Element element, Draft draft)
    {
        element.Only([
            .. FootingReader.Keys, "id", "name", "kind", "obligor", "trigger", "length", "time", "until", "appliesTo", "priority", "cap",
            "window", "pausable", "onExpiry", "benchmark"]);
        Draft.Listed(element, "trigger", Triggers.All);
        Draft.Listed(element, "obligor", Obligors);
        Draft.Listed(element, "onExpiry", ["inaction"]);
        Draft.Refer(element, "window", draft.Windows);

        var limit = new TimeLimit
        {
            Id = element.Text("id"),
            Number = draft.Limits.Count,
            Name = element.Wording("name"),
            Kind = element.Code<LimitKind>("kind"),
            Obligor = element.Text("obligor"),
            Trigger = element.Text("trigger"),
            Length = LengthOf(element),
            AppliesTo = element.Need("appliesTo") is { } selector ? SelectorReader.Read(selector, draft) : new Selector(),
            Priority = element.IntOrNull("priority") ?? 0,
            Cap = element.Child("cap") is { } cap ? AnchorOf(cap) : null,
            Window = element.TextOrNull("window") is { } window ? draft.Windows.GetValueOrDefault(window) : null,
            IsPausable = element.BoolOrNull("pausable") ?? false,
            OnExpiry = element.TextOrNull("onExpiry"),
            Benchmarks = [.. element.Items("benchmark").Select(benchmark => BenchmarkOf(benchmark, draft))],
            Footing = FootingReader.Read(element, draft),
        };

        if (limit.Length.Unit != Unit.Unknown && element.Has("length") && limit.Footing.Status == LegalStatus.Unknown)
        {
            element.Fault("value", "status", "A limit whose length is known is read somewhere or assumed; an unknown one has the unit unknown.");
        }

        if (limit.IsPausable && limit.Length.Unit is not (Unit.Day or Unit.WorkingDay))
        {
            element.Fault("value", "pausable", "Only a limit counted in days can stop and go on.");
        }

        if (limit.Benchmarks.Count > 0 && limit.Length.Unit != Unit.Immediate)
        {
            element.Fault("value", "benchmark", "Only an immediate limit is compared with a benchmark.");
        }

        Draft.Keep(draft.Limits, limit.Id, limit, element);
        draft.LimitPaths.TryAdd(limit.Id, element.Path);
    }

    private static void ReadWindow(Element element, Draft draft)
    {
        element.Only([.. FootingReader.Keys, "id", "anchor", "anchorZone", "test", "fromDaysBefore", "toDaysAfter", "effect"]);
        Draft.Listed(element, "anchor", ["electionDay"]);
        Draft.Listed(element, "anchorZone", ["forum"]);
        Draft.Listed(element, "test", ["receivedDate"]);
        var id = element.Text("id");
        var effect = draft.Limits.GetValueOrDefault(element.Text("effect"));

        if (effect is null || !effect.AppliesTo.ViaWindow.Contains(id))
        {
            element.Fault("reference", "effect", $"There is no limit that applies via the window {id}.");
            return;
        }

        Draft.Keep(
            draft.Windows, id,
            new Window(id, Days(element, "fromDaysBefore"), Days(element, "toDaysAfter"), effect, FootingReader.Read(element, draft)), element);
    }

    private static int Days(Element element, string key)
    {
        if (!element.Has(key))
        {
            element.Fault("missing", key, $"'{key}' is missing.");
        }

        return element.IntOrNull(key, 0, 366) ?? 0;
    }

    private static Length LengthOf(Element element)
    {
        if (element.Need("length")?.Only("value", "unit") is not { } length)
        {
            return new Length(Unit.Unknown, 0);
        }

        var unit = length.Code<Unit>("unit");
        var counted = unit is Unit.Day or Unit.WorkingDay or Unit.Hour or Unit.DayAtTime;

        if (counted != length.Has("value"))
        {
            length.Fault(counted ? "missing" : "value", "value", "Counted units have a number, the others have none.");
        }

        if (element.Has("time") != (unit == Unit.DayAtTime))
        {
            element.Fault("value", "time", "A clock time goes with the unit dayAtTime, and only with it.");
        }

        if (element.Has("until") != (unit == Unit.UntilEvent))
        {
            element.Fault("value", "until", "An event goes with the unit untilEvent, and only with it.");
        }

        return new Length(
            unit, counted ? length.IntOrNull("value", 1, Longest) ?? 0 : 0, element.TimeOrNull("time"),
            element.Child("until") is { } until ? AnchorOf(until) : null);
    }

    private static Anchor AnchorOf(Element element)
    {
        element.Only("at", "time", "edge", "hoursBefore", "event");
        Draft.Listed(element, "edge", ["endOfDay"]);
        Draft.Listed(element, "event", ["pollsClose"]);

        if (element.Has("time") == element.Has("edge"))
        {
            element.Fault("value", "time", "Either a clock time or the edge endOfDay is expected.");
        }

        var at = element.Text("at");
        var days = 0;

        if (!at.StartsWith("electionDay", StringComparison.Ordinal)
            || (at.Length > 11 && !int.TryParse(at.AsSpan(11), CultureInfo.InvariantCulture, out days))
            || Math.Abs(days) > 366)
        {
            element.Fault("value", "at", $"'{at}' is not election day or so many days from it, as electionDay-1.");
        }

        return new Anchor(days, element.TimeOrNull("time"), element.IntOrNull("hoursBefore", 0, 8784) ?? 0);
    }

    private static BenchmarkRule BenchmarkOf(Element element, Draft draft)
    {
        element.Only("id", "label", "at", "when");
        Draft.Refer(element, "id", draft.Assumptions);
        draft.Named.UnionWith(element.Texts("id"));
        var when = element.Child("when")?.Only("receivedOn", "before");
        LocalTime? before = null;

        if (when is not null)
        {
            Draft.Listed(when, "receivedOn", ["electionDay"]);
            before = when.TimeOrNull("before") ?? LocalTime.Midnight;
        }

        var id = element.Text("id");
        var ambiguity = draft.Assumptions.GetValueOrDefault(id)?.Ambiguity;

        if (element.IsText("at"))
        {
            Draft.Listed(element, "at", ["endOfDayOfReceipt"]);
            return new BenchmarkRule(id, element.Wording("label"), ambiguity, At: null, before);
        }

        var at = element.Need("at")?.Only("day", "time");

        if (at is not null)
        {
            Draft.Listed(at, "day", ["electionDay"]);
        }

        return new BenchmarkRule(id, element.Wording("label"), ambiguity, new Anchor(0, at?.TimeOrNull("time")), before);
    }
}
