namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>The questions of a check, in the order they are asked, each on a page of its own.</summary>
public enum Question
{
    /// <summary>Which election; asked only where there are several.</summary>
    Election,

    /// <summary>What was done, and by whom.</summary>
    Act,

    /// <summary>What it is about.</summary>
    Subject,

    /// <summary>When it was, and on whose clock.</summary>
    When,

    /// <summary>Who complains.</summary>
    Who,

    /// <summary>Where it is to be filed, and what it contains.</summary>
    Filing,
}

/// <summary>The questions as addresses name them.</summary>
internal static class Questions
{
    /// <summary>Where the check begins.</summary>
    public const string Start = "/check";

    /// <summary>Where its answer is.</summary>
    public const string Verdict = "/check/verdict";

    /// <summary>Every question, in order.</summary>
    public static IReadOnlyList<Question> All { get; } = Enum.GetValues<Question>();

    /// <summary>The page of a question.</summary>
    public static string PathOf(Question question) => question is Question.Election ? Start : $"{Start}/{question.ToString().ToLowerInvariant()}";

    /// <summary>The page that comes after a question.</summary>
    public static string PathAfter(Question question) => question == All[^1] ? Verdict : PathOf(question + 1);

    /// <summary>The question an address names, the first where it names none; null if there is no such question.</summary>
    public static Question? Find(string? name) => name is null
        ? Question.Election
        : All.Skip(1).Where(each => PathOf(each) == $"{Start}/{name}").Select(each => (Question?)each).FirstOrDefault();
}
