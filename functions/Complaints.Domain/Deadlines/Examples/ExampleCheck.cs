using Complaints.Domain.Rulebooks;
using Complaints.Domain.Rulebooks.Documents;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Deadlines.Examples;

/// <summary>Compares one worked example with what is counted. Only what it says is compared; what it leaves out may be anything.</summary>
internal static class ExampleCheck
{
    public static void Run(Element example, Rulebook rulebook)
    {
        example.Only("id", "group", "title", "provenance", "ask", "expected", "alternatives", "checks");
        var (ask, expected) = (example.Need("ask"), example.Need("expected"));

        if (ask is null || expected is null || ExampleAsk.Read(ask, rulebook) is not { } facts)
        {
            return;
        }

        var counted = Counting.Count(rulebook, facts);

        if (!counted.IsAllowed(out var deadline))
        {
            example.Fault("example", "ask", string.Join(" ", counted.Refusals.Select(refusal => refusal.Message)));
            return;
        }

        Primary(expected, deadline);

        foreach (var alternative in example.Items("alternatives"))
        {
            Alternative(alternative, deadline);
        }

        foreach (var check in example.Items("checks"))
        {
            Verdicts(check, deadline);
        }
    }

    private static void Primary(Element expected, Deadline deadline)
    {
        expected.Only(
            "limit", "mode", "lastDay", "dueExclusiveUtc", "lastMomentLocal", "benchmark", "benchmarkExclusiveUtc", "benchmarkLastMomentLocal", "earliestUtc",
            "latestUtc");
        Agree(expected, "limit", expected.TextOrNull("limit"), deadline.Limit);
        Agree(expected, "mode", expected.CodeOrNull<Mode>("mode"), deadline.Mode);
        Agree(expected, "lastDay", expected.DateOrNull("lastDay"), deadline.LastDay);
        Agree(expected, "dueExclusiveUtc", expected.MomentOrNull("dueExclusiveUtc"), deadline.DueExclusive);
        Agree(expected, "lastMomentLocal", expected.TextOrNull("lastMomentLocal"), deadline.LastMomentLocal);
        Agree(expected, "benchmark", expected.TextOrNull("benchmark"), deadline.Benchmark?.Label.English);
        Agree(expected, "benchmarkExclusiveUtc", expected.MomentOrNull("benchmarkExclusiveUtc"), deadline.Benchmark?.Exclusive);
        Agree(expected, "benchmarkLastMomentLocal", expected.TextOrNull("benchmarkLastMomentLocal"), deadline.Benchmark?.LastMomentLocal);
        Agree(expected, "earliestUtc", expected.MomentOrNull("earliestUtc"), deadline.Earliest);
        Agree(expected, "latestUtc", expected.MomentOrNull("latestUtc"), deadline.Latest);
    }

    private static void Alternative(Element alternative, Deadline deadline)
    {
        alternative.Only("ambiguities", "reading", "mode", "dueExclusiveUtc", "lastMomentLocal");
        var ambiguities = alternative.Texts("ambiguities");
        var mode = alternative.CodeOrNull<Mode>("mode");
        var due = alternative.MomentOrNull("dueExclusiveUtc");
        var last = alternative.TextOrNull("lastMomentLocal");

        if (!deadline.Alternatives.Any(reading => reading.Ambiguities.SequenceEqual(ambiguities)
            && (!IsSaid(alternative, "mode") || reading.Mode == mode)
            && (!IsSaid(alternative, "dueExclusiveUtc") || reading.DueExclusive == due)
            && (!IsSaid(alternative, "lastMomentLocal") || reading.LastMomentLocal == last)))
        {
            alternative.Fault("example", string.Empty, $"No reading gives this; counted are: {string.Join("; ", deadline.Alternatives.Select(Told))}.");
        }
    }

    private static void Verdicts(Element check, Deadline deadline)
    {
        check.Only("label", "instantUtc", "overall", "primary", "secondsAfterPrimaryDue");

        if (check.MomentOrNull("instantUtc") is not { } at)
        {
            check.Fault("missing", "instantUtc", "A verdict is given at a moment: 'instantUtc' is missing.");
            return;
        }

        Agree(check, "overall", check.TextOrNull("overall"), deadline.Judge(at)?.ToString());
        Agree(check, "primary", check.TextOrNull("primary"), deadline.JudgePrimary(at)?.ToString());
        Agree(check, "secondsAfterPrimaryDue", check.IntOrNull("secondsAfterPrimaryDue"), deadline.DueExclusive is { } due ? (int)(at - due).TotalSeconds : null);
    }

    private static void Agree<T>(Element element, string key, T? said, T? counted)
    {
        if (IsSaid(element, key) && !EqualityComparer<T>.Default.Equals(said, counted))
        {
            element.Fault("example", key, $"Counted is {Written(counted)}, not {Written(said)}.");
        }
    }

    private static bool IsSaid(Element element, string key) => element.Has(key) || element.IsNull(key);

    private static string Told(Reading reading) =>
        $"{string.Join("+", reading.Ambiguities)} {(reading.DueExclusive is { } due ? InstantPattern.General.Format(due) : reading.Mode.ToString())}";

    private static string Written<T>(T? value) => value switch
    {
        null => "none",
        Instant at => InstantPattern.General.Format(at),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Mode mode => Codes.Write(mode),
        _ => value.ToString()!,
    };
}
