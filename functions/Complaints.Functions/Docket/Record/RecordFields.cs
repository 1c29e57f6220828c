using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.Record;

/// <summary>What the form of a new complaint asks.</summary>
internal static class RecordFields
{
    /// <summary>The clock on which the form's moments are told: that of the place.</summary>
    public const string Zone = "placeZone";

    private const int Longest = 20_000;
    private const int Line = 300;
    private const int Short = 40;

    /// <summary>The parts of the form, for these elections and this law.</summary>
    public static IReadOnlyList<FormPart> Of(IReadOnlyList<Election> elections, Rulebook law, Words words)
    {
        var codes = Taxonomies.Shipped;
        return
        [
            new FormPart(null,
            [
                new("election", FieldKind.Choice) { IsNeeded = true, Options = [.. elections.Select(each => new FormOption(each.Id, each.Name))] },
                new("matter", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("Matter", codes.Matters) },
            ]),
            new FormPart("record.act",
            [
                new("challengedActor", FieldKind.Choice) { Options = Actors(law, words) },
                new("challengedActKind", FieldKind.Choice) { Options = words.Options("ChallengedActKind", codes.ChallengedActKinds) },
                new("subject", FieldKind.Choice) { Options = words.Subjects() },
                new("challengedAct", FieldKind.Text) { AtMost = 80 },
            ]),
            new FormPart("record.when",
            [
                new("occurredAt", FieldKind.Moment),
                new(Zone, FieldKind.Choice) { Options = words.ZonesOf(law) },
                new("publishedAt", FieldKind.Moment),
                new("knownAt", FieldKind.Moment),
                new("continuing", FieldKind.FewChoices) { Options = words.Options("YesNo", ["true", "false"]) },
                new("region", FieldKind.Choice) { Options = words.Options("Region", codes.Regions.Select(each => each.Code)) },
                new("precinct", FieldKind.Text) { AtMost = Short },
            ]),
            new FormPart("record.asked",
            [
                new("remedySought", FieldKind.Choice) { Options = words.Options("Remedy", codes.Remedies) },
                new("knownVia", FieldKind.Choice) { Options = words.Options("KnownVia", codes.KnownVia) },
            ]),
            new FormPart("record.who",
            [
                new("complainantType", FieldKind.Choice) { Options = words.Options("ComplainantType", codes.ComplainantTypes) },
                new("complainant", FieldKind.Text) { AtMost = Short },
            ]),
            new FormPart("record.sealed",
            [
                new("identity.name", FieldKind.Text) { AtMost = Line },
                new("identity.contact", FieldKind.Text) { AtMost = Line },
                new("narrative", FieldKind.LongText) { AtMost = Longest },
            ]),
        ];
    }

    private static IReadOnlyList<FormOption> Actors(Rulebook law, Words words) =>
        [.. words.Forums(law.Forums), .. words.Options("ChallengedActor", Taxonomies.Shipped.ChallengedActors.Where(each => law.FindForum(each) is null))];
}
