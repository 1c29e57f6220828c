using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Docket.Import;

/// <summary>A column of a register as a page explains it, and as a template fills it in.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Takes">What it takes: <c>codes</c>, <c>several</c>, <c>instant</c>, <c>day</c>, <c>zone</c>, <c>token</c> or <c>note</c>.</param>
/// <param name="Example">What it says in the synthetic row; empty for nothing.</param>
public sealed record ImportColumn(string Name, string Takes, string Example = "")
{
    private static readonly string[] Needed = ["case_id", "matter", "forum", "received_local", "received_zone", "outcome"];

    /// <summary>The list of words for its codes; null where it takes none.</summary>
    public string? List { get; private init; }

    /// <summary>The codes it takes.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];

    /// <summary>Whether no row goes without it.</summary>
    public bool IsNeeded => Needed.Contains(Name);

    /// <summary>Every column, in the order of a register, with a row received yesterday that the law of this election can take.</summary>
    public static IReadOnlyList<ImportColumn> All(Law law, Instant now) => [.. ImportLine.Columns.Select(name => Of(name, law, now))];

    private static ImportColumn Of(string name, Law law, Instant now)
    {
        var codes = Taxonomies.Shipped;
        var forum = law.Rulebook.Forums.First(each => each.Instance is not null);
        var zone = forum.Zone.Fixed ?? law.Rulebook.DefaultZone;
        var received = (now - Duration.FromDays(1)).InZone(zone).Date.At(new LocalTime(10, 0)).InZoneLeniently(zone);

        return name switch
        {
            "case_id" => new(name, "token", "EXAMPLE-1"),
            "matter" => Listed(name, "Matter", codes.Matters, "complaint"),
            "forum" => new(name, "codes", forum.Id) { Codes = [.. law.Rulebook.Forums.Where(each => each.Instance is not null).Select(each => each.Id)] },
            "forum_level" => new(name, "codes", "first_instance") { Codes = ["first_instance"] },
            "channel" => Listed(name, "Channel", codes.Channels, "counter"),
            "received_local" => new(name, "instant", OffsetDateTimePattern.GeneralIso.Format(received.ToOffsetDateTime())),
            "received_zone" => new(name, "zone", zone.Id),
            "received_utc" or "decided_utc" => new(name, "instant"),
            "complainant_type" => Listed(name, "ComplainantType", codes.ComplainantTypes, "voter"),
            "complainant_pseudonym" => new(name, "token", "P-EXAMPLE"),
            "challenged_actor" => new(name, "codes", forum.Id) { List = "ChallengedActor", Codes = [.. codes.ChallengedActors.Union(law.Rulebook.Forums.Select(each => each.Id))] },
            "challenged_act_id" => new(name, "token"),
            "challenged_act_date" => new(name, "day", LocalDatePattern.Iso.Format(received.Date)),
            "subject" => Listed(name, "Subject", codes.Subjects, codes.Subjects[0]),
            "outcome" => Listed(name, "Outcome", codes.Outcomes, "pending"),
            "ground" => Listed(name, "Ground", codes.Grounds, "", "several"),
            "remedy" => Listed(name, "Remedy", codes.Remedies, "", "several"),
            "rectification_offered" => new(name, "codes") { Codes = ["yes", "no", "unknown"] },
            "appealed" => new(name, "codes") { Codes = ["no", "unknown"] },
            "known_via" => Listed(name, "KnownVia", codes.KnownVia, "own_observation"),
            "as_of" => new(name, "day"),
            "synthetic_facts" => new(name, "note", "the whole row is invented: replace it"),
            _ => new(name, "note"),
        };
    }

    private static ImportColumn Listed(string name, string list, IReadOnlyList<string> codes, string example, string takes = "codes") =>
        new(name, takes, example) { List = list, Codes = codes };
}
