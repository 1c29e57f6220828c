using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket;

/// <summary>How each thing that people report is asked, alike wherever it is: when a complaint is written down, with a step, with a fact, and when one of them is corrected.</summary>
internal static class ReportedFields
{
    private const int Code = 80;
    private const int Pseudonym = 40;
    private const int Line = 200;
    private const int Note = 500;
    private const int Wording = 2_000;

    /// <summary>The field of this name, none of it needed.</summary>
    /// <exception cref="InvalidOperationException">Nobody reports such a thing.</exception>
    public static FormField Of(string name, Rulebook law, Words words)
    {
        var codes = Taxonomies.Shipped;
        return name switch
        {
            "at" or "servedAt" or "inForceAt" or "occurredAt" or "publishedAt" or "knownAt" or "determinedAt" or "claimedAt" => new(name, FieldKind.Moment),
            "placeZone" or "forumZone" or ComplaintForms.Zone => Choice(words.ZonesOf(law)),
            "continuing" or "occurredOnDayOnly" or "rectificationOffered" or "notified" or "attended" or "openToPublic" or "formalistic" =>
                FewChoices(words.Options("YesNo", ["true", "false"])),
            "matter" => FewChoices(words.Options("Matter", codes.Matters)),
            "complainantType" => Choice(words.Options("ComplainantType", codes.ComplainantTypes)),
            "challengedActor" => Choice(words.Actors(law)),
            "challengedActKind" => Choice(words.Options("ChallengedActKind", codes.ChallengedActKinds)),
            "subject" => Choice(words.Subjects()),
            "region" => Choice(words.Options("Region", codes.Regions.Select(each => each.Code))),
            "remedySought" => Choice(words.Options("RemedySought", codes.Remedies)),
            "knownVia" => Choice(words.Options("KnownVia", codes.KnownVia)),
            "forum" => Choice(words.Forums(law.Forums.Where(each => each.Instance is not null))),
            "askedOf" => Choice(words.Forums(law.Forums.Where(each => each.Instance is null))),
            "channel" => Choice(words.Options("Channel", codes.Channels)),
            "by" => FewChoices(words.Options("Party", ["complainant", "challengedBody", "prosecutor"])),
            "outcome" => FewChoices(words.Options("Outcome", codes.Outcomes.Where(Outcomes.IsDecision))),
            "grounds" => Choices(words.Options("Ground", codes.Grounds)) with { IsSometimesNeeded = true },
            "remedy" => Choices(words.Options("Remedy", codes.Remedies)),
            "reasons" => FewChoices(words.Options("Reasons", ["full", "partial", "none"])),
            "mode" => FewChoices(words.Options("HearingMode", ["in_person", "online", "written"])),
            "challengedAct" or "registrationNumber" => Text(Code),
            "complainant" or "precinct" => Text(Pseudonym),
            "forumName" or "decidedBy" => Text(Line),
            "source" or "reason" or "url" => Text(Note),
            "wording" => new(name, FieldKind.LongText) { AtMost = Wording },
            _ => throw new InvalidOperationException($"A form asks '{name}', and nobody knows how."),
        };

        FormField Choice(IReadOnlyList<FormOption> options) => new(name, FieldKind.Choice) { Options = options };
        FormField FewChoices(IReadOnlyList<FormOption> options) => new(name, FieldKind.FewChoices) { Options = options };
        FormField Choices(IReadOnlyList<FormOption> options) => new(name, FieldKind.Choices) { Options = options };
        FormField Text(int most) => new(name, FieldKind.Text) { AtMost = most };
    }
}
