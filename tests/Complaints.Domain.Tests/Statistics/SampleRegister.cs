using System.IO;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Statistics;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Statistics;

/// <summary>The 151 rows of the sample election, taken through the domain's own verbs.</summary>
internal static class SampleRegister
{
    public static readonly Instant Now = Instant.FromUtc(2021, 2, 1, 9, 0);

    public static readonly Law Law = new(ShippedLaw.Rulebooks["KZ-2020"], new Election
    {
        Id = "kz-2021",
        Code = "KZ21P",
        Name = "Parliamentary elections",
        Rulebook = "KZ-2020",
        ElectionDay = new LocalDate(2021, 1, 10),
    });

    private static readonly Lazy<IReadOnlyList<RegisterEntry>> Whole = new(Read);

    public static IReadOnlyList<RegisterEntry> Entries => Whole.Value;

    public static IReadOnlyList<ReportedFigure> Reported { get; } =
        JsonSerializer.Deserialize<ReportedFigure[]>(Text("reported.json"), RecordJson.Options)!;

    private static RegisterEntry[] Read()
    {
        var lines = Text("register.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => Entry(names.Zip(line.Split(',')).ToDictionary(each => each.First, each => each.Second)))];
    }

    private static RegisterEntry Entry(Dictionary<string, string> row)
    {
        var zone = Zones.Find(row["received_zone"])!;
        var grievance = new Grievance
        {
            Election = "kz-2021",
            Rulebook = Law.Rulebook.Version,
            Matter = row["matter"],
            ComplainantType = row["complainant_type"],
            Complainant = row["complainant_pseudonym"],
            ChallengedActor = Or(row["challenged_actor"]),
            ChallengedActKind = Or(row["challenged_act_id"]) is null ? null : "decision",
            ChallengedAct = Or(row["challenged_act_id"]),
            Subject = row["subject"],
            OccurredAt = Or(row["challenged_act_date"]) is { } day
                ? LocalDatePattern.Iso.Parse(day).Value.At(LocalTime.Noon).InZoneLeniently(zone).ToInstant()
                : null,
            OccurredOnDayOnly = true,
            AsOf = LocalDatePattern.Iso.Parse(row["as_of"]).Value,
        };
        var change = Complaint.Record($"kz21p-{row["case_id"]}", Law, grievance, Now, "test");
        change = Take(change, ProceduralStep.Lodge, row["received_utc"], new StepDetails { Forum = row["forum"], ForumZone = zone.Id });

        if (row["outcome"] != "pending")
        {
            change = Take(change, ProceduralStep.Decide, row["decided_utc"], new StepDetails
            {
                Outcome = row["outcome"],
                Grounds = Or(row["ground"]) is { } ground ? [ground] : null,
                RectificationOffered = Or(row["rectification_offered"]) is { } offered ? offered == "yes" : null,
            });
        }

        return RegisterEntry.Of(change.Complaint);
    }

    private static Change Take(Change change, ProceduralStep step, string at, StepDetails details)
    {
        var taken = change.Then(complaint => complaint.Take(new Step(step, InstantPattern.ExtendedIso.Parse(at).Value, null, details), Now, "test"));
        Assert.True(taken.IsAllowed(out var after), string.Join("; ", taken.Refusals));
        return after!;
    }

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private static string Text(string name)
    {
        using var stream = typeof(SampleRegister).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
