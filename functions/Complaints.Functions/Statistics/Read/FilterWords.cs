using Complaints.Domain.Rulebooks;
using Complaints.Domain.Statistics;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Statistics.Read;

/// <summary>What a row of the statistics counts, in words.</summary>
internal static class FilterWords
{
    /// <summary>The measure under its name.</summary>
    public static string MeasureOf(this Words words, string id) => words.Of("Measure", id);

    /// <summary>What is counted: a key with its value each, from the general to the special.</summary>
    public static string CountedIn(this Words words, Measure row, Rulebook law) => row.Parts.Count == 0
        ? words["stats.all"]
        : string.Join("; ", row.Parts.Select(each => words["stats.part", words.Of("Measure", $"key.{each.Key}"), words.ValueOf(each.Key, each.Value, law)]));

    private static string ValueOf(this Words words, string key, string value, Rulebook law) => key switch
    {
        "forum" => words.ForumOf(law, value),
        "competent" => string.Join(", ", value.Split('+').Select(each => words.ForumOf(law, each))),
        "subject" => words.Of("Subject", value),
        "complainantType" => words.Of("ComplainantType", value),
        "outcome" => words.Of("Outcome", value),
        "ground" => words.Of("Ground", value),
        _ => words.Find("Measure", $"{key}.{value}") ?? value,
    };

    private static string ForumOf(this Words words, Rulebook law, string id) => law.FindForum(id) is { } forum ? words.NameOf(forum) : id;
}
