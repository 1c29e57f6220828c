using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.Read;

/// <summary>A stop on the way of a complaint, in words.</summary>
/// <param name="Mark">What it is: <c>past</c>, <c>present</c>, <c>next</c> or <c>further</c>.</param>
/// <param name="Name">The forum, or what else it is called.</param>
/// <param name="Lines">What happened there, or what leads there.</param>
/// <param name="From">The place in the list of the stop it is reached from; null of the first.</param>
/// <param name="Forum">The forum; null before filing and inside one.</param>
internal sealed record WayStop(string Mark, string Name, IReadOnlyList<string> Lines, int? From, Forum? Forum)
{
    /// <summary>The stops in order: where it has been, what can follow, what lies further on.</summary>
    public static IReadOnlyList<WayStop> Of(Complaint complaint, Way way, Words words, Dates dates)
    {
        var stops = new List<WayStop>();

        foreach (var place in way.Places)
        {
            var parent = place.Proceeding is null ? (int?)null
                : Math.Max(0, way.Places.ToList().FindIndex(each => each.Proceeding is { Number: var number } && number == place.Proceeding.Parent));
            var zone = place.Proceeding?.Zone ?? complaint.Law.Rulebook.DefaultZone;
            var name = place.Proceeding is { Forum: { } forum } ? words.NameOf(forum) : words["way.draft"];
            var passed = place.Passed.Select(each => $"{Said(each, words)}, {dates.Of(each.At.InZone(zone).Date)}");
            string[] stands = place.IsPresent ? [words["way.now", words.Of(complaint.Position.Stage!.Value)]]
                : place.Proceeding is { Stage: var stage } ? [words["way.left-at", words.Of(stage)]]
                : [];
            stops.Add(new WayStop(place.IsPresent ? "present" : "past", name, [.. passed, .. stands], parent, place.Proceeding?.Forum));
        }

        foreach (var (place, at) in way.Places.Select((place, at) => (place, at)))
        {
            stops.AddRange(Next(place, at, words));
        }

        foreach (var beyond in way.Further)
        {
            stops.Add(new WayStop("further", words.NameOf(beyond.Forum), [], stops.FindLastIndex(each => each.Forum == beyond.From), beyond.Forum));
        }

        return stops;
    }

    private static string Said(Passed passed, Words words) =>
        passed.Step is not { } step ? words.Of("Happening", nameof(Recorded))
        : passed.Outcome is { } outcome ? $"{words.Of(step)}: {words.Of("Outcome", outcome)}"
        : words.Of(step);

    /// <summary>What stays with the forum as one stop, then each forum with the steps that lead there.</summary>
    private static IEnumerable<WayStop> Next(Place place, int at, Words words)
    {
        var inside = place.Follows.Where(each => each.Forums.Count == 0).Select(each => words.Of(each.Step)).ToArray();
        var ways = place.Follows.SelectMany(each => each.Forums.Select(forum => (Forum: forum, each.Step))).GroupBy(each => each.Forum, each => words.Of(each.Step));
        return
        [
            .. inside.Length > 0 ? [new WayStop("next", words["way.here"], inside, at, null)] : Array.Empty<WayStop>(),
            .. ways.Select(each => new WayStop("next", words.NameOf(each.Key), [.. each], at, each.Key)),
        ];
    }
}
