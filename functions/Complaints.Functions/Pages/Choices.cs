using Complaints.Domain.Rulebooks;
using NodaTime.TimeZones;

namespace Complaints.Functions.Pages;

/// <summary>What fields offer to choose from, in the language of the request.</summary>
internal static class Choices
{
    private static readonly string[] Abroad =
    [
        .. TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.Values.Append("Etc/UTC").Distinct().OrderBy(each => each, StringComparer.Ordinal),
    ];

    /// <summary>The codes of a list, each with its word.</summary>
    public static IReadOnlyList<FormOption> Options(this Words words, string list, IEnumerable<string> codes) =>
        [.. codes.Select(code => new FormOption(code, words.Of(list, code)))];

    /// <summary>The subjects under their groups.</summary>
    public static IReadOnlyList<FormOption> Subjects(this Words words) =>
        [.. Taxonomies.Shipped.Subjects.Select(code => new FormOption(code, words.Of("Subject", code), words.Of("Subject", code.Split('.')[0])))];

    /// <summary>The forums, each under its name.</summary>
    public static IReadOnlyList<FormOption> Forums(this Words words, IEnumerable<Forum> forums) =>
        [.. forums.Select(each => new FormOption(each.Id, words.NameOf(each)))];

    /// <summary>The name of a forum.</summary>
    public static string NameOf(this Words words, Forum forum) => forum.Name.In(Words.Language);

    /// <summary>The place whose clock it is: by its name where the country's own are told, else as the tz database calls it.</summary>
    public static string ZoneName(this Words words, string zone) => words.Find("Zone", zone) ?? zone.Replace('_', ' ');

    /// <summary>Whose act may be challenged: the forums of the rulebook, and the others there is a code for.</summary>
    public static IReadOnlyList<FormOption> Actors(this Words words, Rulebook rulebook) =>
        [.. words.Forums(rulebook.Forums), .. words.Options("ChallengedActor", Taxonomies.Shipped.ChallengedActors.Where(each => rulebook.FindForum(each) is null))];

    /// <summary>Whose act is challenged: a forum of the rulebook by its name, else the word for the code.</summary>
    public static string ActorOf(this Words words, Rulebook rulebook, string? code) =>
        rulebook.FindForum(code ?? "") is { } forum ? words.NameOf(forum) : words.Of("ChallengedActor", code);

    /// <summary>The clocks of the country first, then those of the rest of the world.</summary>
    public static IReadOnlyList<FormOption> ZonesOf(this Words words, Rulebook rulebook)
    {
        var regions = Taxonomies.Shipped.Regions.Select(each => each.ZoneId).Distinct().ToArray();
        string[] home = [rulebook.DefaultZone.Id, .. regions.Contains(rulebook.DefaultZone.Id) ? regions.Where(each => each != rulebook.DefaultZone.Id) : []];
        return
        [
            .. home.Select(each => new FormOption(each, words.ZoneName(each), words["zones.home"])),
            .. Abroad.Except(home).Select(each => new FormOption(each, words.ZoneName(each), words["zones.abroad"])),
        ];
    }
}
