using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.NoteFact;

/// <summary>What the form of each fact asks.</summary>
internal static class FactFields
{
    /// <summary>What comes before the moment: what it is about.</summary>
    private static readonly string[] First = ["proceeding", "at", ComplaintForms.Zone];

    /// <summary>The fact an address names; refused if there is none.</summary>
    public static Result<FactKind> Named(string fact) => Enum.GetValues<FactKind>().Where(each => Codes.Of(each).Equals(fact, StringComparison.OrdinalIgnoreCase)).ToArray() is [var kind]
        ? kind
        : new Refusal("fact.none", $"There is no fact '{Shown.Short(fact)}'. There are: {string.Join(", ", Enum.GetValues<FactKind>().Select(Codes.Of))}.", Field: "fact");

    public static ShortForm Form(FactKind kind, Words words) => new($"facts/{Codes.Of(kind)}", (complaint, _) => Of(kind, complaint, words))
    {
        Title = words.Of("Happening", kind.ToString()),
        What = (_, _) => words[kind is FactKind.Retaliation ? "facts.retaliation" : "facts.what"],
        Send = words["step.send"],
        Held = (complaint, _) => HeldFor(complaint),
    };

    private static FormPart[] Of(FactKind kind, Complaint complaint, Words words) =>
    [
        new FormPart(null, [.. First.Where(each => each is not "proceeding" || complaint.Proceedings.Count > 0).Concat(OwnFields.Of(kind)).Append("note").Select(each => Field(each, complaint, words))]),
    ];

    private static Dictionary<string, string> HeldFor(Complaint complaint)
    {
        var held = new Dictionary<string, string>
        {
            [ComplaintForms.Zone] = complaint.Current?.Zone.Id ?? complaint.Grievance.PlaceZone ?? ComplaintForms.ZoneOf(complaint),
        };

        if (complaint.Current is { Number: var current })
        {
            held["proceeding"] = current.ToString(CultureInfo.InvariantCulture);
        }

        return held;
    }

    private static FormField Field(string name, Complaint complaint, Words words) => name switch
    {
        "proceeding" => new(name, FieldKind.Choice) { Options = [.. complaint.Proceedings.Select(each => OptionOf(each, words))] },
        "note" => new(name, FieldKind.LongText) { AtMost = FieldRules.Of(name).Longest },
        _ => ReportedFields.Of(name, complaint.Law.Rulebook, words) with { IsNeeded = name is "at" or ComplaintForms.Zone },
    };

    private static FormOption OptionOf(Proceeding each, Words words)
    {
        var number = each.Number.ToString(CultureInfo.InvariantCulture);
        return new FormOption(number, words["proceeding", number, words.NameOf(each.Forum)]);
    }
}
