using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Lifecycle;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.TakeStep.Together;

/// <summary>Which complaints about one challenged act are to take which step.</summary>
internal sealed record ClusterQuery
{
    private static readonly string[] Known = ["election", "act", "step", "pick", "page"];

    /// <summary>The steps that several complaints can take together: all but the one that names an event of its own.</summary>
    public static readonly IReadOnlyList<ProceduralStep> Steps =
        [.. Enum.GetValues<ProceduralStep>().Where(each => !each.IsTimers() && each is not ProceduralStep.Correct)];

    public required string Election { get; init; }

    public required string Act { get; init; }

    public required ProceduralStep Step { get; init; }

    /// <summary>The ids of those that were picked.</summary>
    public required IReadOnlyList<string> Picks { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>The fields by which a form carries all of this on.</summary>
    public IReadOnlyList<(string Name, string Value)> Hidden =>
        [("_election", Election), ("_act", Act), ("_step", Step.ToString()), .. Picks.Select(each => ("_pick", each))];

    /// <summary>Reads what an address asks.</summary>
    public static Result<ClusterQuery> From(IQueryCollection query)
    {
        var unknown = query.Keys.Except([.. Known, Languages.Name], StringComparer.OrdinalIgnoreCase).ToArray();
        var page = 1;
        return unknown.Length > 0 ? unknown.Select(name => new Refusal("field.unknown", $"There is no field '{name}'. Known are: {string.Join(", ", Known)}.", Field: name)).ToArray()
            : query["page"].ToString() is { Length: > 0 } typed && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page > 0)
                ? new Refusal("field.not-a-code", "'page' is a number from 1.", Field: "page")
            : From(query["election"].ToString(), query["act"].ToString(), query["step"].ToString(), [.. query["pick"].OfType<string>()], page);
    }

    /// <summary>Reads what a form carries on.</summary>
    public static Result<ClusterQuery> From(FormBody form) =>
        From(form.Of("_election"), form.Of("_act"), form.Of("_step"), form.Typed.TryGetValue("_pick", out var picks) ? picks : [], 1);

    private static Result<ClusterQuery> From(string election, string act, string step, IReadOnlyList<string> picks, int page)
    {
        var named = step.Length == 0 ? ProceduralStep.Decide : StepForms.Named(step);
        return !named.IsAllowed(out var kind) ? named.Refusals
            : !Steps.Contains(kind) ? new Refusal("cluster.one-by-one", "Each correction names an entry of its own complaint. Open the complaint and correct it there.", Field: "step")
            : picks.Count > Cluster.MostAtOnce
                ? new Refusal("cluster.too-many", $"At most {Cluster.MostAtOnce} complaints take a step together. Send the others after these.", Field: "pick") { Named = $"{Cluster.MostAtOnce}" }
            : new ClusterQuery { Election = election, Act = act, Step = kind, Picks = [.. picks.Distinct()], Page = page };
    }
}
