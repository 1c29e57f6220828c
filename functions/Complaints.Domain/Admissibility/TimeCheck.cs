using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Admissibility;

/// <summary>Whether it is in time: under every reading, under some, or under none.</summary>
internal static class TimeCheck
{
    public static Finding Of(Question asked, TimeToFile here)
    {
        if (asked.Facts.CountedFrom is not { } from)
        {
            return Say(Verdict.Unclear, "time.start-unknown", null, Sayings.Say("fix.start"));
        }

        if (here.Zone is not { } zone)
        {
            return Say(Verdict.Unclear, "time.zone-unknown", null, Sayings.Say("fix.zone"), new Argument.Wording(asked.Forum.Name));
        }

        var at = asked.Facts.At;

        if (asked.IsComplaintByContent)
        {
            return AsComplaint(asked.AsComplaint);
        }

        return here.Deadline is not { } deadline ? Unlimited(asked)
            : at < from ? Say(Verdict.Unclear, "time.before-start", deadline.Selected.Footing.Citation, Sayings.Say("fix.dates"))
            : Judge(asked, deadline, at, zone);
    }

    /// <summary>It is called an application and by its content is a complaint: the time for that is what may be missed.</summary>
    private static Finding AsComplaint(Question asked)
    {
        var time = Of(asked, asked.TimeAt(asked.Forum));
        return time with
        {
            Verdict = Verdict.Unclear,
            Code = "time.as-complaint",
            Message = Text.Join(" ", Sayings.Say("time.as-complaint"), time.Message),
            Citation = Sayings.Cite(asked.Classification?.Footing.Citation, time.Citation),
            Fix = time.Fix ?? Sayings.Say("fix.complaint"),
        };
    }

    private static Finding Judge(Question asked, Deadline deadline, Instant at, DateTimeZone zone)
    {
        var limit = new Argument.Wording(deadline.Selected.Name);
        var citation = deadline.Selected.Footing.Citation;
        var elapsed = Remaining.Left(deadline.ElapsedAt(at));

        switch (deadline.Judge(at))
        {
            case Timeliness.Timely:
                var earliest = deadline.Earliest!.Value;

                if (IsPlaceNeeded(asked, deadline) && at >= earliest - Duration.FromDays(1))
                {
                    return Say(Verdict.Unclear, "time.place-unknown", citation, Sayings.Say("fix.place"), limit, Remaining.Last(earliest, zone));
                }

                return Say(Verdict.Pass, "time.in-time", citation, null, limit, Remaining.Last(earliest, zone), Remaining.Left(earliest - at));

            case Timeliness.Contested:
                var ran = Remaining.Last(deadline.Earliest!.Value, zone);
                var cited = Sayings.Cite(citation, Asked(deadline));
                var argue = Text.Join(" ", [Sayings.Say("fix.argue", Saving(deadline, at)), .. Mending(asked, deadline)]);
                return deadline.Latest is { } latest
                    ? Say(Verdict.Unclear, "time.contested", cited, argue, limit, ran, Remaining.Last(latest, zone))
                    : Say(Verdict.Unclear, "time.endless", cited, argue, limit, ran);

            case Timeliness.Late:
                var late = Text.Join(" ", [.. Mending(asked, deadline), Restoration(asked.Rulebook)]);
                return Say(
                    Verdict.Fail, "time.late", Sayings.Cite(citation, asked.Rulebook.Restoration.Footing.Citation), late, limit,
                    Remaining.Last(deadline.Latest!.Value, zone));

            default:
                return deadline.Benchmark is { } benchmark
                    ? Say(
                        Verdict.Unclear, "time.immediate", Sayings.Cite(citation, Text.Same(benchmark.Id)), Sayings.Say("fix.at-once"), limit, elapsed,
                        new Argument.Wording(benchmark.Label))
                    : Say(Verdict.Unclear, "time.no-date", citation, Sayings.Say("fix.at-once"), limit, elapsed);
        }
    }

    /// <summary>Whether the day the count starts on hangs on a place nobody has named: it may be the day before the forum's.</summary>
    private static bool IsPlaceNeeded(Question asked, Deadline deadline) =>
        asked.Facts.PlaceZone is null && !asked.Forum.Zone.IsAtPlace && deadline.Selected is { StartsAtForum: false, StartsOnElectionDay: false };

    /// <summary>The readings under which it is still in time.</summary>
    private static Argument.Wording Saving(Deadline deadline, Instant at)
    {
        var labels = deadline.Alternatives.Where(reading => reading.Mode == Mode.Never || at < reading.DueExclusive).Select(reading => reading.Label);
        return new(Text.Join("; ", [.. at < deadline.DueExclusive ? [Sayings.Say("reading.primary")] : Array.Empty<Text>(), .. labels]));
    }

    /// <summary>The readings that appear only with a fact nobody has given.</summary>
    private static IEnumerable<Text> Mending(Question asked, Deadline deadline)
    {
        var given = deadline.Facts.Given | Needs.Suspended;
        var labels = asked.Rulebook.WaysToCount(deadline.Selected).Singles
            .Where(way => (way.Needs & ~given) != Needs.None)
            .Select(way => way.Label)
            .ToArray();
        return labels.Length == 0 ? [] : [Sayings.Say("fix.facts", new Argument.Wording(Text.Join("; ", labels)))];
    }

    private static Text Restoration(Rulebook rulebook) => Sayings.Say(rulebook.Restoration.Allowed switch
    {
        true => "restoration.allowed",
        false => "restoration.none",
        null => "restoration.not-known",
    });

    /// <summary>The open questions the verdict hangs on.</summary>
    private static Text Asked(Deadline deadline) =>
        Text.Same(string.Join(", ", deadline.Alternatives.SelectMany(reading => reading.Ambiguities).Distinct().Order(StringComparer.Ordinal)));

    /// <summary>No limit is known: nothing to miss for an application, for anything else an open question.</summary>
    private static Finding Unlimited(Question asked) => asked is { IsApplication: true, Classification: { } policy }
        ? Say(Verdict.Pass, "time.none-for-applications", policy.Footing.Citation, null)
        : Say(Verdict.Unclear, "time.no-limit", null, Sayings.Say("fix.at-once"), new Argument.Wording(asked.Forum.Name));

    private static Finding Say(Verdict verdict, string code, Text? citation, Text? fix, params Argument[] arguments) =>
        new(Check.Time, verdict, code, Sayings.Say(code, arguments), citation, fix);
}
