using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>What the form of each step asks, in order. Every form asks the moment and on whose clock it is told.</summary>
internal static class StepFields
{
    /// <summary>The field that names the clock on which the form's moments are told.</summary>
    public const string Zone = ComplaintForms.Zone;

    /// <summary>The field of a correction that names what is corrected.</summary>
    public const string Corrected = "_field";

    /// <summary>The field of a correction that holds what is right.</summary>
    public const string Right = "_value";

    private const int ShortText = 200;
    private const int Note = 500;

    private static readonly string[] Always = ["at", Zone];

    // What names the step comes before its moment; everything else after it.
    private static readonly string[] First =
        ["by", "forum", "forumName", "registrationNumber", "askedOf", "outcome", "grounds", "event", Corrected, Right];

    private static readonly Dictionary<ProceduralStep, string[]> Asked = Enum.GetValues<ProceduralStep>().ToDictionary(step => step, InOrder);

    /// <summary>The fields of a step of this complaint.</summary>
    public static IReadOnlyList<FormPart> Of(ProceduralStep step, Complaint complaint, Words words) =>
        [new FormPart(null, [.. Asked[step].Select(name => Field(name, step, complaint, words))])];

    private static string[] InOrder(ProceduralStep step)
    {
        var own = OwnFields.Of(step).SelectMany(AsAsked).ToArray();
        return [.. own.Where(First.Contains), .. Always, .. own.Except(First)];
    }

    /// <summary>The clock of a forum is that of the form, and a correction asks one field and what is right in it.</summary>
    private static string[] AsAsked(string own) => own switch
    {
        "forumZone" or "didNotHappen" => [],
        "new" => [Corrected, Right],
        _ => [own],
    };

    private static FormField Field(string name, ProceduralStep step, Complaint complaint, Words words)
    {
        var rulebook = complaint.Law.Rulebook;
        var codes = Taxonomies.Shipped;
        return name switch
        {
            "forum" => new(name, FieldKind.Choice) { IsNeeded = true, Options = words.Forums(rulebook.Forums.Where(each => each.Instance is not null)) },
            "forumName" => new(name, FieldKind.Text) { AtMost = ShortText },
            "at" => new(name, FieldKind.Moment) { IsNeeded = true },
            Zone => new(name, FieldKind.Choice) { IsNeeded = true, Options = words.ZonesOf(rulebook) },
            "servedAt" or "inForceAt" => new(name, FieldKind.Moment),
            "channel" => new(name, FieldKind.Choice) { Options = words.Options("Channel", codes.Channels) },
            "registrationNumber" => new(name, FieldKind.Text) { AtMost = 80 },
            "askedOf" => new(name, FieldKind.Choice) { IsNeeded = true, Options = words.Forums(rulebook.Forums.Where(each => each.Instance is null)) },
            "by" => new(name, FieldKind.FewChoices) { Options = words.Options("Party", ["complainant", "challengedBody", "prosecutor"]) },
            "outcome" => new(name, FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("Outcome", codes.Outcomes.Where(Outcomes.IsDecision)) },
            "grounds" => new(name, FieldKind.Choices) { Options = words.Options("Ground", codes.Grounds) },
            "remedy" => new(name, FieldKind.Choices) { Options = words.Options("Remedy", codes.Remedies) },
            "reasons" => new(name, FieldKind.FewChoices) { Options = words.Options("Reasons", ["full", "partial", "none"]) },
            "rectificationOffered" => new(name, FieldKind.FewChoices) { Options = words.Options("YesNo", ["true", "false"]) },
            "decidedBy" => new(name, FieldKind.Text) { AtMost = ShortText },
            "wording" => new(name, FieldKind.LongText) { AtMost = 2_000 },
            "source" => new(name, FieldKind.Text) { AtMost = Note, IsNeeded = step is ProceduralStep.RecordFinal },
            "reason" => new(name, FieldKind.Text) { AtMost = Note, IsNeeded = step is ProceduralStep.Correct },
            "event" => new(name, FieldKind.Choice) { IsNeeded = true, Options = Correction.Events(complaint, words) },
            Corrected => new(name, FieldKind.Choice) { IsNeeded = true, Options = Correction.Fields(complaint, words) },
            Right => new(name, FieldKind.Text),
            _ => throw new InvalidOperationException($"The form of {step} asks '{name}', and nobody knows how."),
        };
    }
}
