using System.IO;
using Complaints.Domain.Lifecycle;

namespace Complaints.Domain.Tests.Lifecycle;

/// <summary>One cell of the table written by hand: what a step leads to at a stage, and the guards before it.</summary>
/// <param name="To">The stage reached, or at which the new proceeding opens; null if the step is not open there.</param>
/// <param name="Opens">Whether it opens a proceeding before another forum.</param>
/// <param name="Guards">The letters of its guards.</param>
internal sealed record ExpectedStep(Stage? To, bool Opens, IReadOnlyList<string> Guards);

/// <summary>The stage a proceeding stands at, and the one behind its silence.</summary>
internal sealed record Standing(Stage Stage, Stage BeforeSilence)
{
    public override string ToString() => Stage is Stage.Unanswered ? $"U/{BeforeSilence}" : Stage.ToString();
}

/// <summary>The table in expected-steps.md.</summary>
internal static class ExpectedSteps
{
    private static readonly string[][] Rows = Read();

    public static IReadOnlyList<Standing> Standings { get; } = [.. Rows[0][1..^1].Select(Parse)];

    public static IReadOnlyDictionary<string, string> Codes { get; } = Rows
        .Where(row => row.Length == 4 && row[0].Length == 1)
        .ToDictionary(row => row[0], row => row[1]);

    public static ExpectedStep Of(ProceduralStep step, Standing at)
    {
        var column = 1 + Standings.ToList().IndexOf(at);
        var cell = Rows.Single(row => row[0] == step.ToString())[column].Split(' ');
        var guards = cell[1..];
        return cell[0] switch
        {
            "-" => new ExpectedStep(null, false, guards),
            "=" => new ExpectedStep(at.Stage, false, guards),
            ['>', .. var opening] => new ExpectedStep(Enum.Parse<Stage>(opening), true, guards),
            var stage => new ExpectedStep(Enum.Parse<Stage>(stage), false, guards),
        };
    }

    private static Standing Parse(string heading) => heading.Split('/') is [_, var behind]
        ? new Standing(Stage.Unanswered, Enum.Parse<Stage>(behind))
        : new Standing(Enum.Parse<Stage>(heading), Stage.Lodged);

    private static string[][] Read()
    {
        using var stream = typeof(ExpectedSteps).Assembly.GetManifestResourceStream("expected-steps.md")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| -", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }
}
